import type { PlayerCard } from '@trellis/facade';

/** Columns and rows. Cells are counted from 1, 1; x to the right, y down. */
export const gridDimension = [20, 10] as const;
export const directions = ['up', 'down', 'left', 'right'] as const;
export const symbols = 'BCDFGHJKLMNPQRSTVWXYZ';

export type Position = readonly [x: number, y: number];

/** Somebody in a world. `userId` is his connection's; several may stand in one cell and bear one symbol. */
export interface Walker {
  readonly userId: string;
  readonly symbol: string;
  readonly pos: Position;
  /** Who he is in the club, when he is signed in. Not for the others in the world. */
  readonly player?: PlayerCard;
}

/** Where a step leads: edges stop it, and what is no direction leads nowhere. */
export function step([x, y]: Position, direction: unknown): Position {
  switch (direction) {
    case 'up':
      return [x, Math.max(1, y - 1)];
    case 'down':
      return [x, Math.min(gridDimension[1], y + 1)];
    case 'left':
      return [Math.max(1, x - 1), y];
    case 'right':
      return [Math.min(gridDimension[0], x + 1), y];
    default:
      return [x, y];
  }
}

/** `random` draws from 0 (included) to 1 (excluded). */
export function randomSymbol(random: () => number): string {
  return symbols[Math.floor(random() * symbols.length)]!;
}

export function randomCell(random: () => number): Position {
  const [columns, rows] = gridDimension;
  return [1 + Math.floor(random() * columns), 1 + Math.floor(random() * rows)];
}

/** The number of a cell, from 0, row by row. */
export function cellOf([x, y]: Position): number {
  return (y - 1) * gridDimension[0] + (x - 1);
}
