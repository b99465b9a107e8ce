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

/**
 * Every deal that was written, by the rules' own arithmetic from what each came to: `past` is the game's,
 * the view has the last one. Undefined as long as older ones are still on their way.
 */
export function writtenDeals(
  { score, last, conventions }: View,
  past: readonly unknown[],
): readonly WrittenDeal[] | undefined {
  if (!score) return [];
  const { written, firstDealer } = score;
  const outcomes = past.slice(0, written) as Outcome[];
  if (outcomes.length === written - 1 && last?.outcome) outcomes.push(last.outcome);
  if (outcomes.length < written) return undefined;
  return writeAll(newPool(conventions, firstDealer), outcomes, conventions).map(
    ({ before, outcome, entries }, at) => ({ no: at + 1, dealer: before.dealer, outcome, entries }),
  );
}
