import { expect, test } from 'vitest';
import { award } from './award.js';
import { preferansConventions } from './conventions/index.js';
import { isFinished, newPool } from './pool.js';
import { changeOf, emptySheet, Pen, type ScoreSheet } from './score-sheet.js';
import { aTable } from './testing/a-table.js';

function awarded(seat: number, points: number, sheet: Partial<ScoreSheet>, options: object = {}) {
  const pool = sheet.pool ?? [0, 0, 0];
  const conventions = preferansConventions({ poolTarget: 10, players: pool.length, ...options });
  const pen = new Pen({ ...emptySheet(pool.length), ...sheet });
  award(pen, seat, '11.B', { value: points }, conventions);
  const rules = [...new Set(pen.entries.map(({ rule }) => rule))];
  return { ...changeOf(pool.length, pen.entries), rules };
}

function finished(pool: number[], options: object, deals = 0): boolean {
  const conventions = preferansConventions({ poolTarget: 10, players: pool.length, ...options });
  const outcomes = Array.from({ length: deals }, () => ({ type: 'raspasy', tricks: [] }) as const);
  return isFinished(
    { ...newPool(conventions, 0), sheet: { ...emptySheet(pool.length), pool }, outcomes },
    conventions,
  );
}

test('12.1: the game ends when each pool is full, by their sum, or never by the pool', () => {
  expect(finished([10, 10, 9], {})).toBe(false);
  expect(finished([10, 10, 10], {})).toBe(true);
  const sum = { poolEnd: 'sum', help: 'none' };
  expect(finished([29, 0, 0], sum)).toBe(false);
  expect(finished([30, 0, 0], sum)).toBe(true);
  expect(finished([40, 0, 0, 0], sum)).toBe(true);
  expect(finished([99, 99, 99], { poolEnd: 'none', help: 'none' })).toBe(false);
});

test('12.1: a limit of deals ends the game in any case', () => {
  expect(finished([0, 0, 0], { maxDeals: 6 }, 5)).toBe(false);
  expect(finished([0, 0, 0], { maxDeals: 6 }, 6)).toBe(true);
});

test('12.1: the deal that closes the pool is written in full, and nothing is dealt after it', () => {
  const table = aTable({ options: { poolTarget: 4 } });
  const { pool } = table.state;
  table.state = { ...table.state, pool: { ...pool!, sheet: { ...pool!.sheet, pool: [4, 4, 3] } } };
  table.call('7S', 'P', 'P').name('7S').declare('pass', 'pass');
  expect(table.state.pool!.sheet).toMatchObject({ pool: [4, 4, 4], mountain: [-3, 0, 0] });
  expect(table.state.end).toMatchObject({ reason: 'closed' });
  expect(table.state.deal).toBeUndefined();
  const limited = aTable({ options: { maxDeals: 1 } })
    .call('P', 'P', 'P')
    .end(3, 3, 4);
  expect(limited.state.end).toMatchObject({ reason: 'deals' });
});

test('12.2.1: made games may lower the own mountain first, never below zero', () => {
  const first = { madeTo: 'mountainFirst' };
  const lowered = awarded(0, 6, { mountain: [4, 0, 0] }, first);
  expect(lowered).toEqual({
    pool: [2, 0, 0],
    mountain: [-4, 0, 0],
    whists: {},
    rules: ['12.2.1', '11.B'],
  });
  expect(awarded(0, 6, { mountain: [8, 0, 0] }, first)).toMatchObject({
    pool: [0, 0, 0],
    mountain: [-6, 0, 0],
  });
  expect(awarded(0, 6, { mountain: [-3, 0, 0] }, first)).toMatchObject({
    pool: [6, 0, 0],
    mountain: [0, 0, 0],
  });
});

test('12.2.2: without help all points go into the own pool', () => {
  expect(awarded(0, 6, { pool: [8, 0, 0] }, { help: 'none' }).pool).toEqual([6, 0, 0]);
  expect(awarded(0, 6, { pool: [8, 0, 0] }, { help: 'none', poolEnd: 'sum' }).pool).toEqual([
    6, 0, 0,
  ]);
});

test('12.2.3: help goes to the largest open pool, in a tie to the first clockwise, for ten whists a point', () => {
  expect(awarded(0, 6, { pool: [8, 3, 5] })).toEqual({
    pool: [2, 0, 4],
    mountain: [0, 0, 0],
    whists: { '0>2': 40 },
    rules: ['11.B', '12.2.3'],
  });
  expect(awarded(1, 6, { pool: [5, 10, 5] })).toMatchObject({
    pool: [1, 0, 5],
    whists: { '1>2': 50, '1>0': 10 },
  });
  expect(awarded(3, 8, { pool: [9, 10, 7, 10] })).toMatchObject({
    pool: [1, 0, 3, 0],
    mountain: [0, 0, 0, -4],
  });
});

test('12.2.4: what no pool needs lowers the mountain below zero, or is lost', () => {
  expect(awarded(0, 6, { pool: [10, 10, 8] })).toMatchObject({
    pool: [0, 0, 2],
    mountain: [-4, 0, 0],
    whists: { '0>2': 20 },
    rules: ['12.2.3', '12.2.4'],
  });
  const lost = { helpRemainder: 'discard' };
  expect(awarded(0, 6, { pool: [10, 10, 8] }, lost).mountain).toEqual([0, 0, 0]);
});
