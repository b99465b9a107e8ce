import type { Seat } from '@trellis/games/kit';
import { contractOutcome, unfold, type FoldedView } from '@trellis/games/preferans/rules';
import { Solver } from '@trellis/games/preferans/solver';
import { positionOf } from './card-choice.js';
import { everyDeal } from './every-deal.js';
import { allAreWinners } from './masters.js';
import { Payoffs } from './payoff.js';
import { look, type Seen } from './seen.js';

/** What the table asks when somebody claims: the claimant, and what he sees. */
interface Question {
  readonly by: Seat;
  readonly view: FoldedView;
}

/** Deals looked at, and tricks begun in all, before a claim counts as not proven: about half a second of work. */
const most = { deals: 3_000, nodes: 1_500_000 };

/** Rule 14.1.6: whether an offer comes true however the cards lie that its maker does not see. */
export function proves(question: unknown): boolean {
  const { by, view: folded } = question as Question;
  const view = unfold(folded);
  const tricks = view.deal?.play?.offer?.tricks;
  if (!view.deal?.won || !tricks) return false;
  return isProven(look(view, by), tricks, new Solver());
}

/**
 * Whether these tricks, by seat, are what the cards bring: in every deal that fits what this player sees the declarer can
 * take what he claims against any defence. Who defends must be held to it exactly, so that he gives nothing of his partner's away.
 */
export function isProven(
  seen: Seen,
  tricks: readonly number[],
  solver: Solver,
  within: typeof most = most,
): boolean {
  const { deal, declarer, me } = seen;
  if (declarer === undefined || !deal.play || !isSettledBySides(seen, tricks)) return false;
  const seat = deal.order[declarer]!;
  const need = tricks[seat]! - deal.play.taken[seat]!;
  const isMisere = deal.contract === 'M';
  if (me === declarer && !isMisere && need === seen.sizes[me] && allAreWinners(seen)) return true;

  const from = solver.nodes;
  let deals = 0;
  for (const cards of everyDeal(seen)) {
    if (++deals > within.deals || solver.nodes - from > within.nodes) return false;
    const position = positionOf(seen, cards);
    const atLeast = () => need === 0 || solver.takes(position, need);
    const atMost = () => !solver.takes(position, need + 1);
    const holds = me !== declarer ? atLeast() && atMost() : isMisere ? atMost() : atLeast();
    if (!holds) return false;
  }
  return deals > 0;
}

/** The settlement asks only for the declarer's tricks: how the defenders share theirs changes nothing, or is none. */
export function isSettledBySides(seen: Seen, tricks: readonly number[]): boolean {
  const { deal, declarer } = seen;
  const [one, other] = [1, 2].map((turn) => deal.order[(declarer! + turn) % 3]!) as [Seat, Seat];
  const { taken } = deal.play!;
  const left = tricks[one]! - taken[one]! + tricks[other]! - taken[other]!;
  const payoffs = Payoffs.of(seen);
  const settled = Array.from({ length: left + 1 }, (_, toOne) => {
    const shared = tricks.with(one, taken[one]! + toOne).with(other, taken[other]! + left - toOne);
    const outcome = contractOutcome({
      declarer: deal.order[declarer!]!,
      contract: deal.contract!,
      said: deal.said,
      tricks: shared,
    });
    return JSON.stringify(payoffs.of(outcome));
  });
  return new Set(settled).size === 1;
}
