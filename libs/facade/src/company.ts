import type {
  Companion,
  FinishedSeat,
  GameScore,
  GameSummary,
  PlayerCard,
  PlayerId,
  Profile,
} from './public-club.js';

/** With how many people a profile shows that its player has played most, in each game. */
export const companyShown = 10;

/** Everybody with whom a player has played a game, after one more. `later` are his games that ended after it. */
export function withCompany(
  company: readonly Companion[],
  game: GameSummary,
  seat: FinishedSeat,
  later: readonly GameSummary[],
): Companion[] {
  const sameLater = later.filter((each) => each.game === game.game);
  const byPlayer = new Map(company.map((row) => [row.player.id, row]));
  for (const other of game.seats) {
    if (!other.player || other === seat) continue;
    const before = byPlayer.get(other.player.id);
    byPlayer.set(other.player.id, {
      player: newestCard(before?.player, other.player, sameLater),
      points: (before?.points ?? 0) + seat.score,
      ...added(before ?? noScore, outcomeAmong(seat, [seat, other])),
    });
  }
  return [...byPlayer.values()].sort(
    (a, b) => b.played - a.played || inCodeOrder(a.player.id, b.player.id),
  );
}

/** The profile as it is shown: of the company in each game those with whom its player has played most. */
export function withCompanyShown(profile: Profile): Profile {
  const games = profile.games.map((stats) => ({
    ...stats,
    company: stats.company.slice(0, companyShown),
  }));
  return { ...profile, games };
}

/** A name may have changed since; the game that ended last knows best. */
function newestCard(
  known: PlayerCard | undefined,
  inThisGame: PlayerCard,
  later: readonly GameSummary[],
): PlayerCard {
  return known && later.some((game) => seatOf(game, inThisGame.id)) ? known : inThisGame;
}

export type Outcome = 'won' | 'drawn' | 'lost';

/** The first place is a win, shared it is a draw; whoever came behind somebody lost. */
export function outcomeAmong(seat: FinishedSeat, seats: readonly FinishedSeat[]): Outcome {
  if (seats.some(({ place }) => place < seat.place)) return 'lost';
  return seats.filter(({ place }) => place === seat.place).length > 1 ? 'drawn' : 'won';
}

export function added(score: GameScore, outcome: Outcome): GameScore {
  const { played, won, drawn, lost } = score;
  return {
    played: played + 1,
    won: won + (outcome === 'won' ? 1 : 0),
    drawn: drawn + (outcome === 'drawn' ? 1 : 0),
    lost: lost + (outcome === 'lost' ? 1 : 0),
  };
}

export const noScore: GameScore = { played: 0, won: 0, drawn: 0, lost: 0 };

export function seatOf({ seats }: GameSummary, player: PlayerId): FinishedSeat | undefined {
  return seats.find((seat) => seat.player?.id === player);
}

/** The same order on every machine, whatever its language. */
export function inCodeOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
