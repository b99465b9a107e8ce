import type { BoardSound } from '@trellis/games/kit';
import type { View } from '@trellis/games/preferans/rules';
import { lastTrickOf } from './table/trick-order';

/** What is heard when one view follows another, at most one sound: the last thing that happened. */
export function soundBetween(before: View, after: View): BoardSound | undefined {
  const [was, is] = [before.deal, after.deal];
  if (is && is.no !== was?.no) return 'deal';
  const tricks = (view: View) => view.deal?.play?.tricks ?? [];
  const done = (view: View) => (lastTrickOf(tricks(view))?.[0] ?? -1) + 1;
  const played = (view: View) => tricks(view).reduce((sum, { cards }) => sum + cards.length, 0);
  if (was?.play && !is) return after.last?.no === was.no ? 'trick' : undefined;
  if (done(after) > done(before)) return 'trick';
  return played(after) > played(before) ? 'card' : undefined;
}
