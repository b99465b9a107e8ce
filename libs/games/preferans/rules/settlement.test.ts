import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { compare, fraction, fractionFromText, textOf } from './fraction.js';
import type { Outcome } from './outcome.js';
import { newPool, writeAll } from './pool.js';
import { whistsByPair } from './score-sheet.js';
import { exactAtEnd } from './absence.js';
import { placesOf, rounded, settle } from './settlement.js';

function played(outcomes: Outcome[], firstDealer: number, options: object, preset = 'sochi') {
  const conventions = preferansConventions({ ...options }, preset);
  const deals = writeAll(newPool(conventions, firstDealer), outcomes, conventions);
  const { sheet } = deals.at(-1)!.pool;
  return { deals, sheet, ...settle(sheet, conventions) };
}

const exact = (...texts: string[]) => texts.map((text) => fractionFromText(text)!);

test('13.1: whists, pools and mountains add up to exact results', () => {
  const conventions = preferansConventions();
  const sheet = {
    pool: [3, 0, 0],
    mountain: [0, 6, 0],
    whists: [
      [0, 8, 0],
      [0, 0, 0],
      [4, 0, 0],
    ],
  };
  // 8 − 4 + 20 + 20; −8 − 10 − 40; 4 − 10 + 20
  expect(settle(sheet, conventions)).toEqual({
    settlement: [44, -58, 14],
    settlementExact: ['44', '-58', '14'],
  });
  const opponents = preferansConventions({ settlementDivisor: 'opponents' });
  expect(settle(sheet, opponents).settlementExact).toEqual(['64', '-83', '19']);
  const leningrad = preferansConventions({}, 'leningrad');
  expect(settle(sheet, leningrad).settlementExact).toEqual(['64', '-68', '4']);
});

test('13.2: missing units go to the largest fractional parts, in a tie to the lower seat', () => {
  expect(rounded(exact('112/3', '10/3', '-122/3')).settlement).toEqual([38, 3, -41]);
  expect(rounded(exact('1/2', '-3/2', '1')).settlement).toEqual([1, -2, 1]);
  expect(rounded(exact('1/4', '3/4', '3/4', '-7/4')).settlement).toEqual([0, 1, 1, -2]);
  expect(rounded(exact('5', '-5', '0')).settlementExact).toEqual(['5', '-5', '0']);
});

test('13.2: fractions are read and written in lowest terms', () => {
  expect(textOf(fraction(-6, 4))).toBe('-3/2');
  expect(textOf(fraction(0, 7))).toBe('0');
  for (const bad of ['', '1/0', '1.5', '1/-2', ' 1', 'x', '1/2/3'])
    expect(fractionFromText(bad)).toBeUndefined();
  expect(compare(fraction(1, 3), fraction(1, 2))).toBe(-1);
});

test('13.2: places follow the exact results, and equal ones share a place', () => {
  expect(placesOf(['112/3', '10/3', '-122/3'])).toEqual([1, 2, 3]);
  expect(placesOf(['1/3', '1/3', '-2/3'])).toEqual([1, 1, 3]);
});

test('13.3: three players, Sochi, pool to ten', () => {
  const game: Outcome[] = [
    {
      type: 'game',
      declarer: 1,
      contract: '6D',
      defence: [
        [2, 'whist'],
        [0, 'whist'],
      ],
      tricks: [2, 5, 3],
    },
    { type: 'raspasy', tricks: [4, 0, 6] },
    {
      type: 'game',
      declarer: 2,
      contract: '8H',
      defence: [
        [0, 'pass'],
        [1, 'pass'],
      ],
    },
    { type: 'misere', declarer: 0, tricks: [0, 5, 5] },
    {
      type: 'game',
      declarer: 0,
      contract: '7S',
      defence: [
        [1, 'whist'],
        [2, 'pass'],
      ],
      tricks: [7, 2, 1],
    },
    {
      type: 'game',
      declarer: 1,
      contract: '9C',
      defence: [
        [2, 'whist'],
        [0, 'pass'],
      ],
      tricks: [1, 9, 0],
    },
  ];
  const { deals, sheet, settlement, settlementExact } = played(game, 2, { poolTarget: 10 });
  expect(deals.map(({ before }) => before.dealer)).toEqual([2, 0, 1, 2, 0, 1]);
  expect(deals.map(({ pool }) => pool.sheet.pool)).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [0, 1, 6],
    [10, 1, 6],
    [10, 1, 10],
    [10, 9, 10],
  ]);
  expect(deals.map(({ pool }) => pool.sheet.mountain)).toEqual([
    [0, 2, 0],
    [4, 2, 6],
    [4, 2, 6],
    [4, 2, 6],
    [4, 2, 6],
    [4, 2, 6],
  ]);
  expect(whistsByPair(sheet.whists)).toEqual({ '0>1': 6, '0>2': 40, '1>0': 12, '2>1': 16 });
  expect(settlementExact).toEqual(['112/3', '10/3', '-122/3']);
  expect(settlement).toEqual([38, 3, -41]);
});

test('13.4: four players, Sochi', () => {
  const { sheet, settlement } = played(
    [
      {
        type: 'game',
        declarer: 0,
        contract: '7H',
        defence: [
          [1, 'whist'],
          [2, 'pass'],
        ],
        tricks: [6, 3, 1, 0],
      },
      { type: 'raspasy', tricks: [1, 3, 4, 2] },
      {
        type: 'game',
        declarer: 3,
        contract: '6S',
        defence: [
          [0, 'pass'],
          [2, 'half'],
          [0, 'pass'],
        ],
      },
    ],
    3,
    { players: 4 },
  );
  expect(sheet.pool).toEqual([0, 0, 0, 2]);
  expect(sheet.mountain).toEqual([5, 3, 4, 2]);
  expect(settlement).toEqual([-48, 20, -2, 30]);
});

test('13.5: three players, Leningrad', () => {
  const { sheet, settlement, settlementExact } = played(
    [
      {
        type: 'game',
        declarer: 0,
        contract: '6C',
        defence: [
          [1, 'whist'],
          [2, 'pass'],
        ],
        tricks: [5, 3, 2],
      },
      { type: 'raspasy', tricks: [3, 3, 4] },
      {
        type: 'game',
        declarer: 2,
        contract: '7D',
        defence: [
          [0, 'whist'],
          [1, 'whist'],
        ],
        tricks: [2, 1, 7],
      },
    ],
    2,
    {},
    'leningrad',
  );
  expect(sheet.pool).toEqual([0, 0, 4]);
  expect(sheet.mountain).toEqual([10, 6, 8]);
  expect(whistsByPair(sheet.whists)).toEqual({ '0>2': 16, '1>0': 14, '1>2': 8, '2>0': 14 });
  expect(settlementExact).toEqual(['-176/3', '46/3', '130/3']);
  expect(settlement).toEqual([-58, 15, 43]);
});

test('14.4.3: what the offender has won is shared by the others', () => {
  expect(
    exactAtEnd(exact('30', '10', '-40'), undefined, { timeoutFine: 0 }, 1).map(textOf),
  ).toEqual(['35', '0', '-35']);
  expect(
    exactAtEnd(exact('30', '10', '-40'), undefined, { timeoutFine: 0 }, 2).map(textOf),
  ).toEqual(['30', '10', '-40']);
});

test('14.4.4: the fine is taken from the offender and shared by the others', () => {
  const after = exactAtEnd(exact('30', '10', '-40'), undefined, { timeoutFine: 100 }, 1);
  expect(rounded(after)).toEqual({
    settlement: [85, -100, 15],
    settlementExact: ['85', '-100', '15'],
  });
  const four = exactAtEnd(exact('10', '0', '0', '-10'), undefined, { timeoutFine: 100 }, 3);
  expect(four.map(textOf)).toEqual(['130/3', '100/3', '100/3', '-110']);
  expect(rounded(four).settlement).toEqual([44, 33, 33, -110]);
});
