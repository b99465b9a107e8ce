import type { GridFrame, GridPaint, GridWorld } from '@trellis/wire';

export interface Walker {
  readonly symbol: string;
  readonly x: number;
  readonly y: number;
}

/** The painting, with the moment (of this machine, ms) at which its phase ends. */
export interface Painting {
  readonly phase: GridPaint['phase'];
  readonly endsAt: number;
  readonly results: GridPaint['results'];
  /** Who painted each cell. */
  readonly owners: ReadonlyMap<number, number>;
}

/** One world as this page knows it. */
export interface GridState {
  readonly you: number;
  readonly symbol: string;
  readonly room: string;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  readonly walkers: ReadonlyMap<number, Walker>;
  /** Also of painters who have left. */
  readonly symbols: ReadonlyMap<number, string>;
  readonly painting: Painting | undefined;
}

/** The world that was sent whole. */
export function fromWorld(world: GridWorld, now: number): GridState {
  const { you, symbol, room, gridDimension, walkers, paint } = world;
  const [columns, rows] = gridDimension;
  const symbols = new Map(walkers.map(([number, letter]) => [number, letter]));
  for (const [, number, letter] of paint?.cells ?? []) symbols.set(number, letter);
  return {
    ...{ you, symbol, room, columns, rows, symbols },
    count: walkers.length,
    walkers: new Map(walkers.map(([number, letter, x, y]) => [number, { symbol: letter, x, y }])),
    painting: paint && paintingFrom(paint, now),
  };
}

/** The world after a frame. A frame of somebody unknown changes nothing of him. */
export function afterFrame(before: GridState, frame: GridFrame, now: number): GridState {
  const { came = [], moved = [], left = [], painted = [], paint, count } = frame;
  const walkers = new Map(before.walkers);
  const symbols = new Map(before.symbols);
  for (const number of left) walkers.delete(number);
  for (const [number, symbol, x, y] of came) {
    walkers.set(number, { symbol, x, y });
    symbols.set(number, symbol);
  }
  for (let i = 0; i + 2 < moved.length; i += 3) {
    const [number, x, y] = moved.slice(i, i + 3) as [number, number, number];
    const walker = walkers.get(number);
    if (walker) walkers.set(number, { ...walker, x, y });
  }
  for (const [, number, letter] of paint?.cells ?? []) symbols.set(number, letter);
  const painting = paint ? paintingFrom(paint, now) : before.painting;
  return {
    ...before,
    ...{ count, walkers, symbols },
    painting: painting && withPaint(painting, painted),
  };
}

/** Who stands in each cell (counted from 0, row by row), oneself first. */
export function cellsOf({ you, columns, walkers }: GridState): ReadonlyMap<number, number[]> {
  const cells = new Map<number, number[]>();
  for (const [number, { x, y }] of walkers) {
    const cell = (y - 1) * columns + x - 1;
    const there = cells.get(cell) ?? [];
    if (number === you) there.unshift(number);
    else there.push(number);
    cells.set(cell, there);
  }
  return cells;
}

/** Painted cells by painter, most first. */
export function paintedBy({ owners }: Painting): readonly [painter: number, cells: number][] {
  const counts = new Map<number, number>();
  for (const painter of owners.values()) counts.set(painter, (counts.get(painter) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

/** The longest pause of a page that walks by itself (ms), from `?auto_move=N`; undefined when it does not. */
export function autoMoveOf(query: string): number | undefined {
  const asked = new URLSearchParams(query).get('auto_move');
  if (asked === null) return undefined;
  const most = asked.trim() === '' ? NaN : Number(asked);
  // A longer timer would fire at once.
  return Number.isFinite(most) && most >= 0 ? Math.min(most, 3_600_000) : 300;
}

function paintingFrom({ phase, endsIn, results, cells }: GridPaint, now: number): Painting {
  const owners = new Map(cells.map(([cell, number]) => [cell, number]));
  return { phase, endsAt: now + endsIn, results, owners };
}

function withPaint(painting: Painting, painted: readonly number[]): Painting {
  if (painted.length === 0) return painting;
  const owners = new Map(painting.owners);
  for (let i = 0; i + 1 < painted.length; i += 2) owners.set(painted[i]!, painted[i + 1]!);
  return { ...painting, owners };
}
