import type { PlayerId } from '@trellis/facade';
import { PersonalData, programIssuer, type PersonalRows } from '@trellis/players';
import type { MemoryClub, PersonalParts } from './memory-club.js';
import { personalTables } from './personal-tables.js';

/** The same parts as those of a database, with the rows as memory has them. */
export class MemoryPersonalData extends PersonalData {
  constructor(private readonly club: MemoryClub) {
    super();
  }

  async *of(person: PlayerId): AsyncIterable<PersonalRows> {
    const accounts = [...this.club.players.values()].filter(
      ({ id, issuer, subject }) =>
        id === person || (issuer === programIssuer && subject === person),
    );
    const his = (id: PlayerId) => accounts.some((each) => each.id === id);
    const parts: PersonalParts = {
      player: accounts,
      ...this.played(his),
      ...this.club.keptOf(his),
    };
    for (const [part, table] of Object.entries(personalTables))
      if ('where' in table)
        yield { part, rows: (parts[part] ?? []).map((row) => JSON.stringify(row)) };
  }

  private played(his: (id: PlayerId) => boolean): PersonalParts {
    const games = this.club.games.filter(({ seats }) =>
      seats.some(({ player }) => player && his(player.id)),
    );
    const seats = games.flatMap((game) =>
      game.seats.map(({ player, computer, place, score, rating }, seat) => ({
        ...{ gameId: game.id, seat, playerId: player?.id ?? null, computer, place, score, rating },
      })),
    );
    return {
      game: games.map(({ seats: _seats, ...game }) => game),
      game_seat: seats.map(({ rating: _rating, ...seat }) => seat),
      rating_change: seats.flatMap(({ gameId, rating }) =>
        rating && his(rating.player) ? [{ gameId, ...rating }] : [],
      ),
      rating: [...this.club.allRatings()].flatMap(([game, ratings]) =>
        [...ratings].flatMap(([player, rating]) => (his(player) ? [{ player, game, rating }] : [])),
      ),
      paint_result: this.club.paintings.flatMap(({ results, ...round }) =>
        results
          .filter(({ player }) => player && his(player.id))
          .map((result) => ({ ...round, ...result })),
      ),
    };
  }
}
