import { rate as openskillRate } from 'openskill';

/** What the ledger keeps of one player's skill in one game (Weng and Lin 2011, as in `openskill`). */
export interface Rating {
  readonly mu: number;
  readonly sigma: number;
  /** Rated games so far. */
  readonly games: number;
}

export const newcomer: Rating = { mu: 25, sigma: 25 / 3, games: 0 };

/**
 * New ratings of all seats after a game, from the ratings before it and the places (1 is best,
 * equal places are a draw). Pure arithmetic: the same input gives the same bits, so a ledger can be recomputed.
 */
export function rate(before: readonly Rating[], places: readonly number[]): Rating[] {
  const teams = before.map(({ mu, sigma }) => [{ mu, sigma }]);
  const after = openskillRate(teams, { rank: [...places] });
  return before.map(({ games }, seat) => {
    const [skill] = after[seat] ?? [];
    if (!skill) throw new Error(`No rating came back for seat ${seat}.`);
    return { mu: skill.mu, sigma: skill.sigma, games: games + 1 };
  });
}

/** The number people see: 1500 for a newcomer, 40 points for each unit of skill. */
export function shownRating({ mu }: Pick<Rating, 'mu'>): number {
  return Math.round(1500 + 40 * (mu - newcomer.mu));
}

/** Marked on leaderboards until enough is known. */
export function isProvisional({ games }: Pick<Rating, 'games'>): boolean {
  return games < 10;
}
