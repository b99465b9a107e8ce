import type { Seat } from '@trellis/games/kit';

const all = 10;

export const missingIn = (tricks: readonly number[]): number =>
  all - tricks.reduce((sum, each) => sum + each, 0);

/** "The rest are mine": everything that is left to one seat. */
export function restTo(taken: readonly number[], seat: Seat): readonly number[] {
  return taken.with(seat, taken[seat]! + missingIn(taken));
}

/** "The rest are yours": what is left to the others in turn, the first of them first. */
export function restAmong(taken: readonly number[], seats: readonly Seat[]): readonly number[] {
  const tricks = [...taken];
  for (let left = missingIn(taken), turn = 0; left > 0; left--, turn++) {
    tricks[seats[turn % seats.length]!]!++;
  }
  return tricks;
}

/** One trick more or fewer; undefined where that cannot be offered. */
export function stepped(
  tricks: readonly number[],
  taken: readonly number[],
  seat: Seat,
  by: 1 | -1,
): readonly number[] | undefined {
  const next = tricks[seat]! + by;
  if (next < taken[seat]! || (by > 0 && missingIn(tricks) === 0)) return undefined;
  return tricks.with(seat, next);
}
