import { expect, test } from 'vitest';
import { ask } from './index.js';

const sochi = { preset: 'sochi', options: {}, players: 3 };
const code = (question: unknown) => (ask(question) as { error?: { code: string } }).error?.code;

const game = {
  type: 'game',
  declarer: 0,
  contract: '7H',
  defence: [
    [1, 'whist'],
    [2, 'pass'],
  ],
  tricks: [7, 2, 1],
};
const sheet = (hand: object, more: object = {}) => ({
  ask: 'sheet',
  ...sochi,
  firstDealer: 2,
  hands: [hand],
  ...more,
});

test('a sheet is written hand by hand and settled', () => {
  expect(ask(sheet(game))).toEqual({
    pool: [4, 0, 0],
    mountain: [0, 0, 0],
    whists: { '1>0': 12 },
    settlement: [15, -1, -14],
    settlementExact: ['44/3', '-4/3', '-40/3'],
    finished: false,
    next: { dealer: 0, minLevel: 6, raspasyPrice: 1, raspasyStreak: 0 },
  });
});

test('a sheet goes on from a start, with whists as pairs or as rows', () => {
  const start = { pool: [19, 20, 20], mountain: [3, 0, 0], whists: { '0>1': 7 }, raspasyStreak: 2 };
  const passed = {
    ...game,
    defence: [
      [1, 'pass'],
      [2, 'pass'],
    ],
    tricks: undefined,
  };
  const answer = ask(sheet(passed, { start }));
  expect(answer).toMatchObject({
    pool: [20, 20, 20],
    mountain: [0, 0, 0],
    whists: { '0>1': 7 },
    finished: true,
  });
  const rows = {
    ...start,
    whists: [
      [0, 7, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  };
  expect(ask(sheet(passed, { start: rows }))).toEqual(answer);
  const raspasy = ask(
    sheet({ type: 'raspasy', tricks: [3, 3, 4] }, { preset: 'leningrad', start }),
  );
  expect(raspasy).toMatchObject({
    mountain: [21, 18, 24],
    next: { minLevel: 8, raspasyPrice: 6, raspasyStreak: 3 },
  });
});

test('asked why, a sheet gives the rule and the operands of every number', () => {
  expect(ask(sheet(game, { why: true }))).toMatchObject({
    why: [
      [
        { column: 'pool', seat: 0, amount: 4, rule: '11.B', operands: { value: 4 } },
        {
          column: 'whists',
          seat: 1,
          on: 0,
          amount: 12,
          rule: '11.C',
          operands: { tricks: 3, whistScale: 1, value: 4 },
        },
      ],
    ],
  });
});

test.each([
  [{ ...game, tricks: [7, 2, 2] }, 'bad-request'],
  [{ ...game, tricks: [11, -1, 0] }, 'bad-request'],
  [{ ...game, tricks: undefined }, 'tricks-missing'],
  [{ ...game, declarer: 3 }, 'bad-request'],
  [{ ...game, contract: 'M' }, 'bad-request'],
  [
    {
      ...game,
      defence: [
        [2, 'whist'],
        [1, 'pass'],
      ],
    },
    'not-your-turn',
  ],
  [
    {
      ...game,
      defence: [
        [1, 'half'],
        [2, 'pass'],
      ],
    },
    'half-whist-off',
  ],
  [
    {
      ...game,
      contract: '8H',
      defence: [
        [1, 'pass'],
        [2, 'half'],
      ],
    },
    'half-whist-off',
  ],
  [{ ...game, defence: [[1, 'whist']] }, 'defence-incomplete'],
  [{ ...game, defence: undefined }, 'defence-incomplete'],
  [
    {
      ...game,
      defence: [
        [1, 'pass'],
        [2, 'pass'],
      ],
    },
    'not-played',
  ],
  [{ ...game, talon: ['AH'] }, 'bad-request'],
  [{ ...game, talon: ['AH', 'AH'] }, 'bad-request'],
  [{ type: 'concede', declarer: 0, bid: 'M' }, 'misere-cannot-be-conceded'],
  [{ type: 'concede', declarer: 0, bid: '9B' }, 'no-talon-off'],
  [{ type: 'bluff' }, 'bad-request'],
  [7, 'bad-request'],
])('a hand that cannot be is refused: %j', (hand, expected) => {
  expect(code(sheet(hand as object))).toBe(expected);
});

test('the sitting dealer of four neither plays nor takes what the talon cannot', () => {
  const four = (hand: object, options = {}) =>
    code(sheet(hand, { players: 4, firstDealer: 3, options }));
  expect(four({ ...game, tricks: [7, 2, 1, 0] })).toBeUndefined();
  expect(four({ ...game, tricks: [7, 2, 0, 1] })).toBe('bad-request');
  expect(four({ type: 'misere', declarer: 3, tricks: [5, 5, 0, 0] })).toBe('bad-request');
  expect(four({ type: 'raspasy', tricks: [3, 3, 2, 2] })).toBeUndefined();
  expect(four({ type: 'raspasy', tricks: [3, 3, 1, 3] })).toBe('bad-request');
  expect(four({ type: 'raspasy', tricks: [3, 3, 3, 1] }, { raspasyTalon: 'suit' })).toBe(
    'bad-request',
  );
});

test('a forced defence is absent: Stalingrad and the checked ten', () => {
  const forced = { type: 'game', declarer: 0, contract: '6S', tricks: [6, 2, 2] };
  const options = { stalingrad: true, tenGame: 'checked' };
  expect(ask(sheet(forced, { options }))).toMatchObject({
    pool: [2, 0, 0],
    whists: { '1>0': 4, '2>0': 4 },
  });
  expect(code(sheet({ ...forced, defence: game.defence }, { options }))).toBe('wrong-phase');
  expect(ask(sheet({ ...forced, contract: '10S', tricks: [10, 0, 0] }, { options }))).toMatchObject(
    {
      pool: [10, 0, 0],
      mountain: [0, 0, 0],
    },
  );
});
