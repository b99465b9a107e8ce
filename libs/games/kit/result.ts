import type { Seat } from './seat.js';

/** How a game ended. */
export interface Result {
  /** The place of each seat, 1 is best; equal finishes share a place: [1, 2], [1, 1], [2, 1, 2], [1, 1, 3]. */
  readonly places: readonly number[];
  /** Points of each seat in the game's own unit (whists, points), as shown to people. */
  readonly scores: readonly number[];
  /** What ended it: it was played out, a seat ran out of time, a seat left, or all agreed to stop. */
  readonly reason: 'played' | 'time' | 'left' | 'agreed';
  /** Who ran out of time or left. */
  readonly offender?: Seat;
  /** What the offender paid, in the game's unit; 0 when the game was played out. */
  readonly fine: number;
}
