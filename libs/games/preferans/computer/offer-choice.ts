import type { Solver } from '@trellis/games/preferans/solver';
import { expectation, playedOutcome } from './card-choice.js';
import { Payoffs } from './payoff.js';
import { raspasyExpectation } from './raspasy.js';
import type { Seen } from './seen.js';
import type { Strength } from './strength.js';

/** A whist or less is not worth playing on for. */
const smallChange = 0.5;

/** Whether the tricks offered settle as well as playing on. */
export function accepts(
  seen: Seen,
  strength: Strength,
  solver: Solver,
  random: () => number,
): boolean {
  const { deal, me } = seen;
  const { tricks } = deal.play!.offer!;
  const seat = deal.order[me]!;
  const payoffs = Payoffs.of(seen);
  if (!deal.won) {
    const offered = payoffs.of({ type: 'raspasy', tricks })[seat]!;
    return offered + smallChange >= raspasyExpectation(seen, strength, random);
  }
  const offered = payoffs.of(playedOutcome(deal, tricks))[seat]!;
  return offered + smallChange >= expectation(seen, strength, solver, random);
}
