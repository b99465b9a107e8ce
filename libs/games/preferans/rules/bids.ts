import { strains, type Strain } from './cards.js';

/** Rule 4.1: what may be bid, and the order of the bids. */
export const levels = [6, 7, 8, 9, 10] as const;
export type Level = (typeof levels)[number];

/** A level and what it is played in: "6S" … "10N". */
export type Contract = `${Level}${Strain}`;

/** `M` misère, `MB` misère without the talon, `9B` nine without the talon (its suit is named later). */
export type Bid = Contract | 'M' | 'MB' | '9B';

/** What the declarer names: a game, or the misère he is bound to. */
export type NamedContract = Contract | 'M';

const gamesOf = (level: Level): Contract[] =>
  strains.map((strain): Contract => `${level}${strain}`);

export const contracts: readonly Contract[] = levels.flatMap(gamesOf);

/** Lowest first. `MB` and `9B` have their place here even where the table does not play them. */
export const ladder: readonly Bid[] = [
  ...gamesOf(6),
  ...gamesOf(7),
  ...gamesOf(8),
  'M',
  ...gamesOf(9),
  'MB',
  '9B',
  ...gamesOf(10),
];

const stepOf = new Map<string, number>(ladder.map((bid, step) => [bid, step]));
const levelOfBid = new Map<string, Level>([
  ...levels.flatMap((level) => gamesOf(level).map((game): [string, Level] => [game, level])),
  ['9B', 9],
]);

export const isBid = (value: unknown): value is Bid =>
  typeof value === 'string' && stepOf.has(value);

export const isContract = (value: unknown): value is Contract =>
  isBid(value) && levelOfBid.has(value) && value !== '9B';

/** How high a bid stands in the ladder. */
export const ladderStep = (bid: Bid): number => stepOf.get(bid)!;

/** 6 … 10, or undefined for a misère. */
export const levelOf = (bid: Bid): Level | undefined => levelOfBid.get(bid);

export const levelOfContract = (contract: Contract): Level => levelOfBid.get(contract)!;

export const strainOf = (contract: Contract): Strain => contract.at(-1) as Strain;

export const isMisere = (bid: Bid): bid is 'M' | 'MB' => bid === 'M' || bid === 'MB';

/** Neither bid gives its declarer the talon (rule 5.3). */
export const isWithoutTalon = (bid: Bid): bid is 'MB' | '9B' => bid === 'MB' || bid === '9B';

/** Rule 10.2: what a level is worth. Suits do not matter. */
export const valueOf = (level: Level): number => 2 * (level - 5);

/** Rule 6.1: the tricks that the whisting side owes together. */
export const dutyOf = (level: Level): number => (level === 6 ? 4 : level === 7 ? 2 : 1);
