import type { Seat } from '@trellis/games/kit';
import type { Bid, Contract, NamedContract } from './bids.js';
import type { Card } from './cards.js';
import type { Said, WhistWord } from './whist.js';

/**
 * What must be known of a deal to write it; the cards that were played no longer matter. Tricks are
 * by seat and add up to ten.
 */
export type Outcome =
  | {
      readonly type: 'game';
      readonly declarer: Seat;
      readonly contract: Contract;
      /** Declarations in speaking order; absent where nobody is asked (Stalingrad, checked ten). */
      readonly defence?: readonly (readonly [Seat, WhistWord])[];
      /** Absent when the contract was not played. */
      readonly tricks?: readonly number[];
      /** Only the talon premium looks at it; absent it counts as one without a premium. */
      readonly talon?: readonly [Card, Card];
    }
  | { readonly type: 'misere'; readonly declarer: Seat; readonly tricks: readonly number[] }
  | { readonly type: 'raspasy'; readonly tricks: readonly number[] }
  | { readonly type: 'concede'; readonly declarer: Seat; readonly bid: Exclude<Bid, 'M' | 'MB'> };

/** What is written for a contract that was named: what the defenders said of it, and the tricks if it was played. */
export function contractOutcome({
  declarer,
  contract,
  said,
  tricks,
  talon,
}: {
  readonly declarer: Seat;
  readonly contract: NamedContract;
  readonly said: readonly Said[];
  readonly tricks?: readonly number[];
  readonly talon?: readonly [Card, Card];
}): Outcome {
  if (contract === 'M') return { type: 'misere', declarer, tricks: tricks! };
  const defence = said.flatMap(([seat, word]) =>
    word === 'open' || word === 'closed' ? [] : [[seat, word] as const],
  );
  return {
    type: 'game',
    declarer,
    contract,
    ...(defence.length > 0 && { defence }),
    ...(tricks && { tricks }),
    ...(tricks && talon && { talon }),
  };
}
