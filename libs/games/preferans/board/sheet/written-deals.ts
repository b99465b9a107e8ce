import type { Seat } from '@trellis/games/kit';
import {
  newPool,
  writeAll,
  type Entry,
  type Outcome,
  type PreferansConventions,
  type View,
} from '@trellis/games/preferans/rules';

/** A deal on the sheet, counted from 1. */
export interface WrittenDeal {
  readonly no: number;
  readonly dealer: Seat;
  readonly outcome: Outcome;
  readonly entries: readonly Entry[];
}

/** Every deal that was written, by the rules' own arithmetic: the view carries only what each came to. */
export function writtenDeals({ score, conventions }: View): readonly WrittenDeal[] {
  if (!score) return [];
  const { outcomes, next } = score;
  const first = firstDealer(next.dealer, outcomes, conventions);
  return writeAll(newPool(conventions, first), outcomes, conventions).map(
    ({ before, outcome, entries }, at) => ({ no: at + 1, dealer: before.dealer, outcome, entries }),
  );
}

/** Counted back from who deals next (rule 2.5). */
function firstDealer(
  next: Seat,
  outcomes: readonly Outcome[],
  { players, dealerAdvance }: PreferansConventions,
): Seat {
  const moves = outcomes.filter(
    ({ type }) => dealerAdvance === 'always' || type !== 'raspasy',
  ).length;
  return (((next - moves) % players) + players) % players;
}
