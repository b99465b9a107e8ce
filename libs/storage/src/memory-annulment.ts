import type { GameId, GameRecord } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import type { Actor } from '@trellis/justice';
import { newcomer } from '@trellis/ratings';
import { shownChange } from './ending.js';
import { recomputed, standingsAfter } from './ledger.js';
import type { MemoryClub } from './memory-club.js';

/** The game without its rating, and all games of its kind rated again. */
export function annulGame(club: MemoryClub, id: GameId, { at }: Actor, reason: string): GameRecord {
  const place = club.games.findIndex((each) => each.id === id);
  const record = club.games[place];
  if (!record) throw new Refusal('not-found', 'The club knows no such game.');
  if (!record.rated) throw new Refusal('not-rated', 'This game has no rating to take back.');
  club.games[place] = { ...record, rated: false, annulled: { at, reason } };
  const ofKind = club.games.filter((each) => each.game === record.game && each.rated);
  const lines = recomputed(
    ofKind.map(({ id: gameId, game, seats }) => ({
      ...{ gameId, game },
      players: seats.flatMap(({ player }) => player?.id ?? []),
      places: seats.flatMap(({ player, place: seatPlace }) => (player ? [seatPlace] : [])),
    })),
  );
  for (const player of club.allRatings().get(record.game)?.keys() ?? [])
    club.setRating(record.game, player, newcomer);
  for (const { game, player, after } of standingsAfter(lines).values())
    club.setRating(game, player, after);
  const changes = new Map(lines.map((line) => [`${line.gameId} ${line.player}`, line]));
  for (const [index, game] of club.games.entries())
    if (game.game === record.game)
      club.games[index] = {
        ...game,
        seats: game.seats.map((seat) => {
          const line = seat.player && changes.get(`${game.id} ${seat.player.id}`);
          return { ...seat, rating: line ? shownChange(line) : null };
        }),
      };
  return club.withNames(club.games[place]!);
}
