import type { PaintRound } from '@trellis/facade';
import { beforeEach, expect, test } from 'vitest';
import { PaintGame, paintTimes, stepsThatCount } from './paint-game.js';
import type { Position, Walker } from './walker.js';

let now: number;
let here: Walker[];
let finished: PaintRound[];
let game: PaintGame;
beforeEach(() => {
  now = 0;
  here = [];
  finished = [];
  game = new PaintGame({
    now: () => now,
    newId: () => `at ${now}`,
    walkers: () => here,
    changed: () => undefined,
    finished: (round) => finished.push(round),
  });
});

const stands = (userId: string, pos: Position): Walker => ({ userId, symbol: userId[0]!, pos });

/** Steps over so many cells of a row, from the left. */
function paints(userId: string, row: number, cells: number): void {
  for (let x = 1; x <= cells; x++) game.stepped(stands(userId, [x, row]));
}

test('G5: a round of three minutes begins when two are there', () => {
  here = [stands('Ann', [1, 1])];
  game.referee();
  expect(game.state().phase).toBe('waiting');
  here.push(stands('Bob', [2, 1]));
  game.referee();
  expect(game.state()).toMatchObject({ phase: 'running', endsIn: 180_000 });
  expect(game.state().owners).toEqual([
    [0, 'Ann'],
    [1, 'Bob'],
  ]);
});

test('G6, G7: a cell belongs to who was there last; most cells win; equals share a place, the shorter way first', () => {
  here = [stands('Ann', [1, 1]), stands('Bob', [1, 2]), stands('Cyd', [1, 3])];
  game.referee();
  paints('Ann', 1, 15);
  paints('Bob', 2, 12);
  paints('Cyd', 1, 3);
  paints('Cyd', 4, 8);
  now += paintTimes.roundMs;
  game.referee();
  const { phase, results } = game.state();
  expect(phase).toBe('over');
  expect(results.map(({ symbol, cells, place }) => [symbol, cells, place])).toEqual([
    ['C', 12, 1],
    ['B', 12, 1],
    ['A', 12, 1],
  ]);
  expect(finished).toEqual([{ id: 'at 0', finishedAt: now, results }]);
});

test('G8, G9: a round counts only when two took part; the next one begins after the pause', () => {
  here = [stands('Ann', [1, 1]), stands('Bob', [1, 2])];
  game.referee();
  paints('Ann', 1, 20);
  paints('Bob', 2, stepsThatCount - 2);
  now += paintTimes.roundMs;
  game.referee();
  expect(finished).toEqual([]);
  game.referee();
  expect(game.state().phase).toBe('over');
  now += paintTimes.pauseMs;
  game.referee();
  expect(game.state()).toMatchObject({ phase: 'running', round: `at ${now}`, results: [] });
  now += paintTimes.roundMs;
  game.referee();
  here = [];
  now += paintTimes.pauseMs;
  game.referee();
  expect(game.state()).toMatchObject({ phase: 'waiting', owners: [], endsIn: 0 });
});

test('G9: steps between the rounds paint nothing', () => {
  paints('Ann', 1, 5);
  expect(game.state().owners).toEqual([]);
});
