import type { Seat } from '@trellis/games/kit';
import {
  contractOutcome,
  whisting,
  type NamedContract,
  type Outcome,
  type PreferansConventions,
  type Said,
} from '@trellis/games/preferans/rules';
import type { Payoffs } from './payoff.js';
import { sharedTricks } from './shared-tricks.js';

/** A contract whose tricks are known, before anybody whists. */
export interface NamedDeal {
  readonly conventions: PreferansConventions;
  readonly order: readonly [Seat, Seat, Seat];
  readonly declarer: Seat;
  readonly contract: NamedContract;
  /** The declarer's. */
  readonly tricks: number;
}

/** How often others say what is best for them, knowing less than we do here. */
const othersAreRight = 0.8;

/**
 * Settlement by seat when the defenders speak on after `said`: `chooser`, if he is to speak, says what is
 * best for him, the others mostly what is best for them.
 */
export function settledByWords(
  deal: NamedDeal,
  said: readonly Said[],
  payoffs: Payoffs,
  chooser?: Seat,
): readonly number[] {
  const { phase, seat, options } = whisting(deal, said);
  if (seat === null) return payoffs.of(outcomeOf(deal, said, phase === 'play'));
  if (phase === 'choose') return settledByWords(deal, [...said, [seat, 'open']], payoffs, chooser);
  const values = options.map((word) =>
    settledByWords(deal, [...said, [seat, word]], payoffs, chooser),
  );
  const best = values.reduce((one, other) => (other[seat]! > one[seat]! ? other : one));
  if (seat === chooser) return best;
  return best.map((value, at) => {
    const mean = values.reduce((sum, each) => sum + each[at]!, 0) / values.length;
    return othersAreRight * value + (1 - othersAreRight) * mean;
  });
}

function outcomeOf(deal: NamedDeal, said: readonly Said[], isPlayed: boolean): Outcome {
  const { conventions, order, declarer, contract } = deal;
  const tricks = sharedTricks(conventions.players, order, declarer, deal.tricks, 0);
  return contractOutcome({ declarer, contract, said, ...(isPlayed && { tricks }) });
}
