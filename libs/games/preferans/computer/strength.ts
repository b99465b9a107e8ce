/** How hard a computer player thinks. Work is counted, never timed: the same view gets the same answer. */
export interface Strength {
  readonly level: string;
  /** Deals solved for a card, at most. */
  readonly cardDeals: number;
  /** Deals played out for a card in raspasy, which is cheaper. */
  readonly raspasyDeals: number;
  /** Cards a hand from which those are searched to the end, everybody for himself. */
  readonly raspasySearch: number;
  /** Deals solved for a contract or a whist. */
  readonly wordDeals: number;
  /** Deals solved for a word of the auction, at most: where passing is about as good it takes many to tell. */
  readonly bidDeals: number;
  /** Discards compared by solving, of those that look best. */
  readonly discards: number;
  /** Deals drawn for each one looked at, of which the words said so far choose. */
  readonly candidates: number;
  /** When the solver has begun so many tricks, no more deals are drawn. A core begins some four million a second. */
  readonly nodes: number;
}

/** The house's players, weakest first. */
export const strengths: readonly Strength[] = [
  {
    level: 'easy',
    cardDeals: 1,
    raspasyDeals: 2,
    raspasySearch: 0,
    wordDeals: 2,
    bidDeals: 40,
    discards: 1,
    candidates: 1,
    nodes: 20_000,
  },
  {
    level: 'middle',
    cardDeals: 4,
    raspasyDeals: 8,
    raspasySearch: 0,
    wordDeals: 6,
    bidDeals: 60,
    discards: 2,
    candidates: 1,
    nodes: 200_000,
  },
  {
    level: 'strong',
    cardDeals: 20,
    raspasyDeals: 80,
    raspasySearch: 3,
    wordDeals: 20,
    bidDeals: 80,
    discards: 4,
    candidates: 5,
    nodes: 1_500_000,
  },
];
