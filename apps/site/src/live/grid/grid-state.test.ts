import type { GridWorld } from '@trellis/wire';
import { expect, test } from 'vitest';
import { afterFrame, autoMoveOf, cellsOf, fromWorld, paintedBy } from './grid-state';

const world: GridWorld = {
  ...{ you: 2, symbol: 'K', room: '', gridDimension: [20, 10] },
  walkers: [
    [1, 'B', 3, 1],
    [2, 'K', 3, 1],
  ],
};

test('a frame brings who came, moves who moved and takes who left', () => {
  const state = afterFrame(
    fromWorld(world, 0),
    { count: 2, came: [[3, 'Z', 20, 10]], moved: [2, 4, 1, 9, 1, 1], left: [1] },
    0,
  );
  expect([...state.walkers]).toEqual([
    [2, { symbol: 'K', x: 4, y: 1 }],
    [3, { symbol: 'Z', x: 20, y: 10 }],
  ]);
  expect([...cellsOf(state)]).toEqual([
    [3, [2]],
    [199, [3]],
  ]);
  expect(state.symbols.get(1)).toBe('B');
});

test('all who share a cell are there, oneself first', () => {
  expect(cellsOf(fromWorld(world, 0)).get(2)).toEqual([2, 1]);
});

test('painted cells change hands, and a new phase replaces them', () => {
  const paint = { phase: 'running' as const, endsIn: 5000, results: [] };
  const began = fromWorld(
    { ...world, room: 'paint', paint: { ...paint, cells: [[7, 8, 'Q']] } },
    100,
  );
  expect([began.painting?.endsAt, began.symbols.get(8)]).toEqual([5100, 'Q']);
  const later = afterFrame(began, { count: 2, painted: [7, 2, 8, 2, 9, 1] }, 200);
  expect(paintedBy(later.painting!)).toEqual([
    [2, 2],
    [1, 1],
  ]);
  const over = afterFrame(
    later,
    { count: 2, paint: { phase: 'over', endsIn: 0, cells: [], results: [] } },
    300,
  );
  expect(paintedBy(over.painting!)).toEqual([]);
});

test.each([
  ['', undefined],
  ['?x=1', undefined],
  ['?auto_move=500', 500],
  ['?auto_move=0', 0],
  ['?auto_move', 300],
  ['?auto_move=fast', 300],
  ['?auto_move=-5', 300],
  ['?auto_move=Infinity', 300],
  ['?auto_move=1e99', 3_600_000],
])('%s: pauses of 100 ms and up to %s more', (query, most) => {
  expect(autoMoveOf(query)).toBe(most);
});
