/** Tables stand in rows of this many. */
export const tablesPerRow = 6;

/**
 * How many numbers a hall shows: whole rows, the fewest that hold every table in use and leave at
 * least one free. A new row opens when all are in use, an empty last row closes.
 */
export function hallSlots(numbersInUse: readonly number[]): number {
  const used = new Set(numbersInUse);
  const highest = Math.max(0, ...used);
  const rows = Math.max(1, Math.ceil(highest / tablesPerRow));
  return (used.size >= rows * tablesPerRow ? rows + 1 : rows) * tablesPerRow;
}
