/**
 * Tells the computers of a table apart, also where there is only room for half a name: 1, 2, … in the order of the seats, and 0
 * for the only one. `levels` has null where no computer sits.
 */
export function computerNumbers(levels: readonly (string | null | undefined)[]): number[] {
  const count = (list: typeof levels) => list.filter((level) => level != null).length;
  const isAlone = count(levels) < 2;
  return levels.map((level, seat) =>
    level == null || isAlone ? 0 : count(levels.slice(0, seat + 1)),
  );
}
