import type { Seat } from '@trellis/games/kit';
import {
  newPool,
  writeAll,
  type Entry,
  type Outcome,
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
  const { outcomes, firstDealer } = score;
  return writeAll(newPool(conventions, firstDealer), outcomes, conventions).map(
    ({ before, outcome, entries }, at) => ({ no: at + 1, dealer: before.dealer, outcome, entries }),
  );
}
