/**
 * Tells computers of one level at a table apart: 1, 2, … in the order of the seats, and 0 for the only one of his level.
 * `levels` has null where no computer sits.
 */
export function computerNumbers(levels: readonly (string | null | undefined)[]): number[] {
  return levels.map((level, seat) => {
    const same = (list: readonly unknown[]) => list.filter((each) => each === level).length;
    return level == null || same(levels) < 2 ? 0 : same(levels.slice(0, seat)) + 1;
  });
}
