import type { Seat } from '@trellis/games/kit';
import type { PreferansConventions } from './conventions/index.js';
import { amountOf, type Operands, type Pen } from './score-sheet.js';

type AwardConventions = Pick<
  PreferansConventions,
  'madeTo' | 'help' | 'helpRemainder' | 'poolEnd' | 'poolTarget' | 'poolValue'
>;

/**
 * Rule 12.2: puts points into a player's pool. Off the mountain first where the table plays so; with
 * American help the rest goes into other pools. `rule` and `operands` say where the points come from.
 */
export function award(
  pen: Pen,
  seat: Seat,
  rule: string,
  operands: Operands,
  conventions: AwardConventions,
): void {
  const total = amountOf(operands);
  let points = total;
  const named = (given: number): Operands => (given === total ? operands : { points: given });

  if (conventions.madeTo === 'mountainFirst') {
    const lowered = Math.min(points, Math.max(pen.mountain[seat]!, 0));
    pen.writeMountain(seat, '12.2.1', { points: -lowered });
    points -= lowered;
  }
  if (conventions.help === 'none' || conventions.poolEnd !== 'each') {
    pen.writePool(seat, rule, named(points));
    return;
  }

  const room = (player: Seat) => Math.max(0, conventions.poolTarget - pen.pool[player]!);
  const own = Math.min(points, room(seat));
  pen.writePool(seat, rule, named(own));
  points -= own;
  while (points > 0) {
    const helped = largestOpenPool(pen, seat, room);
    if (helped === undefined) break;
    const given = Math.min(points, room(helped));
    pen.writePool(helped, '12.2.3', { points: given });
    pen.writeWhists(seat, helped, '12.2.3', { points: given, poolValue: conventions.poolValue });
    points -= given;
  }
  if (points > 0 && conventions.helpRemainder === 'mountain') {
    pen.writeMountain(seat, '12.2.4', { points: -points });
  }
}

/** Of the others' open pools the largest; in a tie the first clockwise. */
function largestOpenPool(pen: Pen, seat: Seat, room: (seat: Seat) => number): Seat | undefined {
  const players = pen.pool.length;
  let best: Seat | undefined;
  for (let step = 1; step < players; step++) {
    const other = (seat + step) % players;
    if (room(other) === 0) continue;
    if (best === undefined || pen.pool[other]! > pen.pool[best]!) best = other;
  }
  return best;
}
