/** How hard a computer player thinks. Work is counted, never timed: the same view gets the same answer. */
export interface Strength {
  readonly level: 'easy' | 'middle' | 'strong';
  /** Deals looked at for a card, at most. */
  readonly cardDeals: number;
  /** Deals looked at for a word of the auction, a contract or a whist. */
  readonly wordDeals: number;
  /** Discards compared by solving, of those that look best. */
  readonly discards: number;
  /** Deals drawn for each one looked at, of which the words said so far choose. */
  readonly candidates: number;
  /** Cards a hand from which raspasy is searched to the end, everybody for himself. */
  readonly raspasySearch: number;
  /** When the solver has begun so many tricks, no more deals are drawn. */
  readonly nodes: number;
}

export const strengths: readonly Strength[] = [
  {
    level: 'easy',
    cardDeals: 1,
    wordDeals: 2,
    discards: 1,
    candidates: 1,
    raspasySearch: 0,
    nodes: 20_000,
  },
  {
    level: 'middle',
    cardDeals: 5,
    wordDeals: 8,
    discards: 2,
    candidates: 1,
    raspasySearch: 3,
    nodes: 300_000,
  },
  {
    level: 'strong',
    cardDeals: 30,
    wordDeals: 30,
    discards: 5,
    candidates: 6,
    raspasySearch: 5,
    nodes: 2_000_000,
  },
];
