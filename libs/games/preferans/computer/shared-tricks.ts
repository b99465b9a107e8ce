import type { Seat } from '@trellis/games/kit';

/**
 * Tricks by seat when the declarer takes so many. How the defenders share the rest nobody knows: evenly, and an odd
 * one goes to the first of them, or with `odd` 1 to the second.
 */
export function sharedTricks(
  players: number,
  order: readonly [Seat, Seat, Seat],
  declarer: Seat,
  tricks: number,
  odd: 0 | 1,
): readonly number[] {
  const bySeat = Array<number>(players).fill(0);
  const at = order.indexOf(declarer);
  const left = 10 - tricks;
  bySeat[declarer] = tricks;
  bySeat[order[(at + 1 + odd) % 3]!] = Math.ceil(left / 2);
  bySeat[order[(at + 2 - odd) % 3]!] = Math.floor(left / 2);
  return bySeat;
}
