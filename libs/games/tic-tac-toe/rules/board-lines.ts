import type { Seat } from '@trellis/games/kit';

/** Nine cells, row by row from the top left: who marked each, or null. */
export type Cells = readonly (Seat | null)[];

export type Line = readonly [number, number, number];

/** Rows, columns, diagonals (T4). */
export const lines: readonly Line[] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];

export const noMarks: Cells = Array<null>(9).fill(null);

export function emptyCells(cells: Cells): number[] {
  return cells.flatMap((mark, cell) => (mark === null ? [cell] : []));
}

export function isFull(cells: Cells): boolean {
  return !cells.includes(null);
}

/** The line that one seat has filled, if there is one. */
export function filledLine(cells: Cells): Line | null {
  const line = lines.find(
    ([a, b, c]) => cells[a] !== null && cells[a] === cells[b] && cells[b] === cells[c],
  );
  return line ?? null;
}

/** Whose turn it is while the game runs: seats alternate, seat 0 begins (T2). */
export function toMove(cells: Cells): Seat {
  return (cells.length - emptyCells(cells).length) % 2;
}
