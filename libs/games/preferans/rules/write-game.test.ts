import { expect, test } from 'vitest';
import { valueOf } from './bids.js';
import type { Contract } from './bids.js';
import { preferansConventions } from './conventions/index.js';
import type { Outcome } from './outcome.js';
import { newPool, writeDeal } from './pool.js';
import { amountOf, changeOf } from './score-sheet.js';
import type { WhistWord } from './whist.js';
import { premiumUnits } from './write-game.js';

interface Told {
  readonly preset?: string;
  readonly options?: object;
  readonly dealer?: number;
}

/** What a deal writes, with the amounts of every entry checked against its operands. */
function write(outcome: Outcome, { preset = 'sochi', options = {}, dealer = 2 }: Told = {}) {
  const conventions = preferansConventions({ ...options }, preset);
  const { entries } = writeDeal(newPool(conventions, dealer), outcome, conventions);
  for (const { amount, operands } of entries) expect(amountOf(operands)).toBe(amount);
  return {
    ...changeOf(conventions.players, entries),
    rules: [...new Set(entries.map(({ rule }) => rule))],
  };
}

/** "whist pass" said by the defenders of seat 0; words after the second go round again. */
function game(contract: Contract, words: string, tricks?: number[], declarer = 0): Outcome {
  const defence = words
    .split(' ')
    .filter((word) => word !== '')
    .map((word, at) => [(declarer + 1 + (at % 2)) % 3, word as WhistWord] as const);
  return {
    type: 'game',
    declarer,
    contract,
    ...(defence.length > 0 && { defence }),
    ...(tricks && { tricks }),
  };
}

const nothing = { pool: [0, 0, 0], mountain: [0, 0, 0], whists: {} };

test('10.1: pool, mountain and whists, of which only the mountain may fall', () => {
  const conventions = preferansConventions({ poolTarget: 4 });
  const full = {
    ...newPool(conventions, 2),
    sheet: { ...newPool(conventions, 2).sheet, pool: [4, 4, 4] },
  };
  const { pool } = writeDeal(full, game('8S', 'pass pass'), conventions);
  expect(pool.sheet.pool).toEqual([4, 4, 4]);
  expect(pool.sheet.mountain).toEqual([-6, 0, 0]);
});

test('10.2: the value of a level, whatever the suit', () => {
  expect(([6, 7, 8, 9, 10] as const).map(valueOf)).toEqual([2, 4, 6, 8, 10]);
  for (const contract of ['7S', '7N'] as const) {
    expect(write(game(contract, 'pass pass')).pool).toEqual([4, 0, 0]);
  }
});

test.each([
  ['sochi', [2, 4, 6, 8, 10], [2, 4, 6, 8, 10], [2, 4, 6, 8, 10], 10],
  ['leningrad', [4, 8, 12, 16, 20], [4, 8, 12, 16, 20], [2, 4, 6, 8, 10], 20],
  ['rostov', [2, 4, 6, 8, 10], [2, 4, 6, 8, 10], [1, 2, 3, 4, 5], 10],
])(
  '10.3: what a whist, an undertrick and a missing whist trick cost in %s',
  (preset, whist, under, missing, misere) => {
    const options = { tenGame: 'whisted' };
    [6, 7, 8, 9, 10].forEach((level, at) => {
      const contract = `${level}S` as Contract;
      const onlyDuty = write(game(contract, 'whist pass', [10, 0, 0]), { preset, options });
      const duty = { 6: 4, 7: 2 }[level] ?? 1;
      expect(onlyDuty.mountain).toEqual([0, duty * missing[at]!, 0]);
      const oneDown = write(game(contract, 'whist whist', [level - 1, 11 - level, 0]), {
        preset,
        options: { ...options, consolation: 'none' },
      });
      expect(oneDown.mountain).toEqual([under[at], 0, 0]);
      expect(oneDown.whists).toEqual({ '1>0': whist[at]! * (11 - level) });
    });
    expect(write({ type: 'misere', declarer: 0, tricks: [1, 5, 4] }, { preset }).mountain).toEqual([
      misere,
      0,
      0,
    ]);
  },
);

test('11.A: not played: the value into the pool, and half whist for who said it', () => {
  expect(write(game('8S', 'pass pass'))).toEqual({ ...nothing, pool: [6, 0, 0], rules: ['11.A'] });
  expect(write(game('6S', 'pass half pass')).whists).toEqual({ '2>0': 4 });
  expect(write(game('7S', 'pass half pass')).whists).toEqual({ '2>0': 4 });
  expect(write(game('7S', 'pass half pass'), { preset: 'leningrad' }).whists).toEqual({ '2>0': 8 });
  expect(write(game('6S', 'whist pass half pass'), { preset: 'leningrad' }).whists).toEqual({
    '1>0': 8,
  });
});

test('11.B: made games into the pool, overtricks earn nothing', () => {
  expect(write(game('6S', 'whist whist', [6, 2, 2])).pool).toEqual([2, 0, 0]);
  expect(write(game('6S', 'whist whist', [8, 2, 0])).pool).toEqual([2, 0, 0]);
});

test('11.B: undertricks into the mountain, and consolation for both defenders', () => {
  const down = (options: object, preset = 'sochi') =>
    write(game('7S', 'whist pass', [5, 3, 2]), { options, preset });
  expect(down({}).mountain).toEqual([8, 0, 0]);
  expect(down({}).whists).toEqual({ '1>0': 8 + 20, '2>0': 8 });
  expect(down({ consolation: 'flat10' }).whists).toEqual({ '1>0': 20 + 20, '2>0': 20 });
  expect(down({ consolation: 'none' }).whists).toEqual({ '1>0': 20 });
});

test('11.B: the sitting dealer writes consolation too, if the option says so', () => {
  const deal: Outcome = { ...game('7H', 'whist pass'), tricks: [6, 3, 1, 0] } as Outcome;
  const four = (options: object) => write(deal, { options: { players: 4, ...options }, dealer: 3 });
  expect(four({}).whists['3>0']).toBe(4);
  expect(four({ consolationDealer: false }).whists['3>0']).toBeUndefined();
});

test('11.C: two whisters write for their own tricks, a lone one for both', () => {
  expect(write(game('6S', 'whist whist', [6, 3, 1])).whists).toEqual({ '1>0': 6, '2>0': 2 });
  expect(write(game('6S', 'pass whist', [6, 3, 1])).whists).toEqual({ '2>0': 8 });
});

test('11.C: gentleman’s whist is shared when the declarer is set, or always', () => {
  const gentleman = (tricks: number[], scope: string) =>
    write(game('7S', 'whist pass', tricks), {
      options: { whistStyle: 'gentleman', gentlemanScope: scope, consolation: 'none' },
    }).whists;
  expect(gentleman([7, 3, 0], 'onSet')).toEqual({ '1>0': 12 });
  expect(gentleman([7, 3, 0], 'always')).toEqual({ '1>0': 6, '2>0': 6 });
  expect(gentleman([6, 4, 0], 'onSet')).toEqual({ '1>0': 8, '2>0': 8 });
});

test('11.C: a failed checked ten writes whists, consolation only, or nothing', () => {
  const ten = (tenCheckScore: string) =>
    write(game('10S', '', [8, 1, 1]), { options: { tenGame: 'checked', tenCheckScore } });
  expect(ten('full').whists).toEqual({ '1>0': 30, '2>0': 30 });
  expect(ten('consolation').whists).toEqual({ '1>0': 20, '2>0': 20 });
  expect(ten('none').whists).toEqual({});
  expect(ten('none').mountain).toEqual([20, 0, 0]);
});

test('11.D: a lone whister pays for every missing trick, full or half', () => {
  expect(write(game('6S', 'whist pass', [8, 1, 1])).mountain).toEqual([0, 4, 0]);
  expect(
    write(game('6S', 'whist pass', [8, 1, 1]), { options: { whistDuty: 'half' } }).mountain,
  ).toEqual([0, 2, 0]);
  expect(write(game('6S', 'whist pass', [6, 4, 0])).mountain).toEqual([0, 0, 0]);
});

test.each([
  ['6S', [7, 3, 0], 'own', [0, 0, 4]],
  ['6S', [7, 3, 0], 'team', [0, 0, 2]],
  ['6S', [7, 3, 0], 'equal', [0, 1, 1]],
  ['6S', [9, 1, 0], 'own', [0, 2, 4]],
  ['6S', [9, 1, 0], 'team', [0, 2, 4]],
  ['6S', [9, 1, 0], 'equal', [0, 3, 3]],
  ['6S', [6, 4, 0], 'own', [0, 0, 0]],
  ['7S', [9, 1, 0], 'own', [0, 0, 4]],
  ['7S', [9, 1, 0], 'team', [0, 0, 4]],
  ['7S', [10, 0, 0], 'own', [0, 4, 4]],
  ['7S', [10, 0, 0], 'equal', [0, 4, 4]],
] as const)(
  '11.D: two on %s with tricks %j pay by dutyLow = %s',
  (contract, tricks, dutyLow, mountain) => {
    expect(
      write(game(contract, 'whist whist', [...tricks]), { options: { dutyLow } }).mountain,
    ).toEqual(mountain);
  },
);

test.each([
  ['second', [0, 0, 6]],
  ['both', [0, 6, 6]],
  ['split', [0, 3, 3]],
] as const)('11.D: two on an eight who take nothing pay by dutyHigh = %s', (dutyHigh, mountain) => {
  expect(write(game('8S', 'whist whist', [10, 0, 0]), { options: { dutyHigh } }).mountain).toEqual(
    mountain,
  );
  expect(write(game('8S', 'whist whist', [9, 1, 0]), { options: { dutyHigh } }).mountain).toEqual([
    0, 0, 0,
  ]);
});

test('11.D: no duty when the contract failed, and Stalingrad has the ordinary one', () => {
  expect(write(game('9S', 'whist whist', [8, 2, 0])).mountain).toEqual([8, 0, 0]);
  const stalingrad = write(game('6S', '', [9, 1, 0]), { options: { stalingrad: true } });
  expect(stalingrad.mountain).toEqual([0, 2, 4]);
});

test('11.E: units of the talon premium', () => {
  expect(premiumUnits(['AS', 'AH'])).toBe(3);
  expect(premiumUnits(['KS', 'AS'])).toBe(2);
  expect(premiumUnits(['KH', 'AS'])).toBe(1);
  expect(premiumUnits(['AS', '7D'])).toBe(1);
  expect(premiumUnits(['QD', 'KD'])).toBe(1);
  expect(premiumUnits(['QD', 'KH'])).toBe(0);
  expect(premiumUnits(['7S', '8S'])).toBe(0);
});

test('11.E: the premium goes to the defenders of three, to the dealer of four', () => {
  const talon = ['AS', 'KS'] as const;
  const played: Outcome = { ...game('7S', 'whist whist', [7, 2, 1]), talon } as Outcome;
  const three = (talonPremium: string) => write(played, { options: { talonPremium } }).whists;
  expect(three('off')).toEqual({ '1>0': 8, '2>0': 4 });
  expect(three('value')).toEqual({ '1>0': 8 + 4, '2>0': 4 + 4 });
  expect(three('flat10')).toEqual({ '1>0': 8 + 10, '2>0': 4 + 10 });
  const four = write({ ...played, tricks: [7, 2, 1, 0] } as Outcome, {
    options: { players: 4, talonPremium: 'value' },
    dealer: 3,
  });
  expect(four.whists).toEqual({ '1>0': 8, '2>0': 4, '3>0': 8 });
  const passedOut = { ...game('7S', 'pass pass'), talon } as Outcome;
  expect(write(passedOut, { options: { talonPremium: 'value' } }).whists).toEqual({});
});

test('11.F: a misère writes ten into the pool, or ten a trick into the mountain, and no whists', () => {
  const misere = (tricks: number[]) => write({ type: 'misere', declarer: 1, tricks });
  expect(misere([5, 0, 5])).toEqual({ ...nothing, pool: [0, 10, 0], rules: ['11.F'] });
  expect(misere([5, 2, 3])).toEqual({ ...nothing, mountain: [0, 20, 0], rules: ['11.F'] });
});

test('11.G: raspasy is written by the rules of section 9', () => {
  const { rules } = write({ type: 'raspasy', tricks: [4, 0, 6] });
  expect(rules).toEqual(['9.5.1', '9.5.2']);
});

test.each([
  ['sochi', game('7H', 'whist pass', [7, 2, 1]), { pool: [4, 0, 0], whists: { '1>0': 12 } }],
  [
    'sochi',
    game('6D', 'whist whist', [2, 5, 3], 1),
    { mountain: [0, 2, 0], whists: { '0>1': 6, '2>1': 8 } },
  ],
  [
    'sochi',
    game('6C', 'whist whist', [9, 1, 0]),
    { pool: [2, 0, 0], whists: { '1>0': 2 }, mountain: [0, 2, 4] },
  ],
  [
    'leningrad',
    game('6C', 'whist pass', [5, 3, 2]),
    { mountain: [4, 0, 0], whists: { '1>0': 14, '2>0': 14 } },
  ],
  [
    'leningrad',
    game('7D', 'whist whist', [2, 1, 7], 2),
    { pool: [0, 0, 4], whists: { '0>2': 16, '1>2': 8 } },
  ],
  [
    'rostov',
    game('8S', 'whist pass', [7, 2, 1]),
    { mountain: [6, 0, 0], whists: { '1>0': 28, '2>0': 10 } },
  ],
  [
    'rostov',
    { type: 'raspasy', tricks: [1, 4, 5] } as Outcome,
    { whists: { '0>1': 20, '0>2': 25 } },
  ],
])('11: a worked deal of %s: %j', (preset, outcome, expected) => {
  expect(write(outcome, { preset })).toMatchObject({ ...nothing, ...expected });
});

test('11: a worked deal of four players', () => {
  const deal = { ...game('7H', 'whist pass'), tricks: [6, 3, 1, 0] } as Outcome;
  expect(write(deal, { options: { players: 4 }, dealer: 3 })).toMatchObject({
    pool: [0, 0, 0, 0],
    mountain: [4, 0, 0, 0],
    whists: { '1>0': 20, '2>0': 4, '3>0': 4 },
  });
});
