import {
  contractOutcome,
  preferans,
  unfold,
  type Outcome,
  type State,
} from '@trellis/games/preferans/rules';
import {
  bitsOf,
  look,
  Payoffs,
  raspasyByThumb,
  sharedTricks,
} from '@trellis/games/preferans/computer';
import type { ContractFinding } from './finding.js';
import { handsOf } from './open-cards.js';

/** Whists by seat that the deal brought, and that it would have brought had all played their best from the first card. */
export function resultsOf(
  dealt: State,
  begun: State | undefined,
  outcome: Outcome | undefined,
  contract: ContractFinding | undefined,
): { readonly actual: readonly number[]; readonly expected: readonly number[] } {
  const { conventions, pool } = dealt;
  const deal = dealt.deal!;
  const payoffs = new Payoffs(conventions, deal.dealer, pool!.raspasyStreak);
  const nothing = Array<number>(conventions.players).fill(0);
  const actual = outcome ? payoffs.of(outcome) : nothing;
  // Of a deal that nobody played out nothing else was to be expected.
  if (!outcome || !begun?.deal) return { actual, expected: actual };
  if (outcome.type === 'raspasy') return { actual, expected: payoffs.of(byThumb(begun)) };
  if (!contract) return { actual, expected: actual };
  const { order, said, talon } = begun.deal;
  const [one, other] = ([0, 1] as const).map((odd) => {
    const tricks = sharedTricks(
      conventions.players,
      order,
      contract.declarer,
      contract.tricks,
      odd,
    );
    return payoffs.of(contractOutcome({ ...contract, said, tricks, talon }));
  });
  return { actual, expected: one!.map((each, seat) => (each + other![seat]!) / 2) };
}

/** Raspasy has no best play: everybody's rule of thumb stands for it, with the cards as they lay. */
function byThumb(begun: State): Outcome {
  const deal = begun.deal!;
  const [seat] = deal.order;
  const seen = look(unfold(preferans.viewFor(begun, seat)));
  const away = bitsOf(deal.talon) & ~bitsOf(seen.deal.talon);
  return { type: 'raspasy', tricks: raspasyByThumb(seen, { hands: handsOf(deal), away }) };
}
