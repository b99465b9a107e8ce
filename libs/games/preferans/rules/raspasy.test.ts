import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { newPool, nextDeal, writeDeal } from './pool.js';
import { exitLevel, leadsMode, raspasyPrice, talonMode } from './raspasy.js';
import { amountOf, type Entry } from './score-sheet.js';
import { aTable, type HandsSetting } from './testing/a-table.js';
import { viewFor } from './view.js';

const hands: HandsSetting = {
  eldest: 'AS 8S 7C AC 7D AD 7H AH KH QH',
  second: 'KS 9S 8C KC 8D KD 8H JH TC 9C',
  youngest: 'QS TS JC QC JD QD TH 9H TD 9D',
  talon: 'JS 7S',
};

const raspasy = (options = {}, dealer = 2) =>
  aTable({ options, hands, dealer }).call('P', 'P', 'P');

test('9.1: raspasy has no trumps, and every trick counts for who takes it', () => {
  const table = raspasy({ raspasyTalon: 'closed' });
  table.play('AD 8D JD');
  expect(table.deal.play!.taken).toEqual([1, 0, 0]);
  table.play('AC 8C JC');
  expect(table.deal.play!.taken).toEqual([2, 0, 0]);
});

test('9.2.1: the talon shows the suit of the first two tricks and cannot win', () => {
  const table = raspasy();
  expect(viewFor(table.state, 'spectator').deal!.talon).toEqual(['JS']);
  expect(table.legalCards()).toEqual(['AS', '8S']);
  table.play('8S 9S TS'); // the jack of the talon is above them all
  expect(table.deal.play!.taken).toEqual([0, 0, 1]);
  expect(viewFor(table.state, 'spectator').deal!.talon).toEqual(['JS', '7S']);
  expect(table.legalCards()).toEqual(['AS']);
});

test('9.2.2: the dealer’s talon card takes the trick when it is the highest of its suit', () => {
  const table = raspasy({ players: 4 }, 3);
  table.play('8S 9S TS');
  expect(table.deal.play!.taken).toEqual([0, 0, 0, 1]);
  table.play('AS KS QS');
  expect(table.deal.play!.taken).toEqual([1, 0, 0, 1]);
  table.playTricks(8);
  expect(table.state.last!.outcome).toMatchObject({ type: 'raspasy' });
  const { mountain } = table.state.pool!.sheet;
  expect(mountain[3]).toBe(1);
  expect(mountain.reduce((sum, each) => sum + each, 0)).toBe(10);
});

test('9.2.3: a closed talon takes no part and is not shown until the deal is over', () => {
  const table = raspasy({ raspasyTalon: 'closed' });
  expect(table.legalCards()).toHaveLength(10);
  table.playTricks(4);
  expect(viewFor(table.state, 0).deal!.talon).toEqual([]);
  table.playTricks(6);
  expect(viewFor(table.state, 0).last!.talon).toEqual(['JS', '7S']);
});

test('9.2.4: auto shows the suit to three and plays for the dealer of four', () => {
  expect(talonMode(preferansConventions())).toBe('suit');
  expect(talonMode(preferansConventions({ players: 4 }))).toBe('dealer');
  expect(talonMode(preferansConventions({ players: 4, raspasyTalon: 'suit' }))).toBe('suit');
});

test('9.3: the eldest hand plays first to two or three tricks, then the winners', () => {
  const leads = (options: object) => {
    const table = raspasy(options);
    const leaders = [table.turn];
    for (const trick of ['8S 9S TS', 'AS KS QS', '7D 8D JD']) leaders.push(table.play(trick).turn);
    return leaders;
  };
  expect(leads({ raspasyLeads: 'eldest3' })).toEqual([0, 0, 0, 2]);
  const second = raspasy({ raspasyLeads: 'eldest2' }).play('AS KS QS').play('8S 9S TS');
  expect(second.turn).toBe(2);
  const winner = raspasy({ raspasyLeads: 'winner' }).play('8S 9S TS');
  expect(winner.turn).toBe(2);
  expect(winner.legalCards()).toEqual(['QS']); // still bound to the talon
  expect(leadsMode(preferansConventions())).toBe('eldest3');
  expect(leadsMode(preferansConventions({ players: 4 }))).toBe('eldest2');
});

test('9.3: the eldest hand goes on after a trick that the talon took', () => {
  const talon = { ...hands, eldest: hands.eldest!.replace('AS', 'JS'), talon: '7S AS' };
  const options = { players: 4, raspasyLeads: 'winner' };
  const table = aTable({ options, hands: talon, dealer: 3 }).call('P', 'P', 'P');
  table.play('8S 9S TS').play('QS JS KS');
  expect(table.deal.play!.taken).toEqual([0, 0, 1, 1]);
  expect(table.turn).toBe(0);
});

test('9.3: with a closed talon the winners lead from the second trick', () => {
  const table = raspasy({ raspasyTalon: 'closed', raspasyLeads: 'eldest3' });
  expect(table.play('7D 8D JD').turn).toBe(2);
});

test('9.4: the price grows with the raspasy in a row', () => {
  const prices = (preset: string, options = {}) =>
    [0, 1, 2, 3, 9].map((streak) => raspasyPrice(streak, preferansConventions(options, preset)));
  expect(prices('sochi')).toEqual([1, 2, 3, 3, 3]);
  expect(prices('leningrad')).toEqual([2, 4, 6, 6, 6]);
  expect(prices('rostov')).toEqual([5, 5, 5, 5, 5]);
  expect(prices('sochi', { raspasyProgression: [1, 2, 4] })).toEqual([1, 2, 4, 4, 4]);
});

function written(tricks: number[], options = {}, preset = 'sochi', dealer = 2, raspasyStreak = 0) {
  const conventions = preferansConventions(options, preset);
  const pool = { ...newPool(conventions, dealer), raspasyStreak };
  const { pool: after, entries } = writeDeal(pool, { type: 'raspasy', tricks }, conventions);
  for (const { amount, operands } of entries) expect(amountOf(operands)).toBe(amount);
  return { ...after.sheet, entries };
}

const rulesIn = (entries: readonly Entry[]) => [...new Set(entries.map(({ rule }) => rule))];

test('9.5.1: price times tricks into the mountain', () => {
  const { mountain, entries } = written([4, 1, 5], {}, 'leningrad', 2, 1);
  expect(mountain).toEqual([16, 4, 20]);
  expect(rulesIn(entries)).toEqual(['9.5.1']);
});

test('9.5.1: amnesty takes the lowest number off from all, the dealer’s included when he plays', () => {
  expect(written([3, 5, 2], { raspasyAmnesty: true }).mountain).toEqual([1, 3, 0]);
  const four = { players: 4, raspasyAmnesty: true };
  expect(written([3, 4, 2, 1], four, 'sochi', 3).mountain).toEqual([2, 3, 1, 0]);
  expect(written([3, 5, 2, 0], { ...four, raspasyTalon: 'suit' }, 'sochi', 3).mountain).toEqual([
    1, 3, 0, 0,
  ]);
});

test('9.5.2: the bonus for no trick is a price, a point or nothing', () => {
  expect(written([4, 0, 6], {}, 'sochi', 2, 2)).toMatchObject({
    pool: [0, 3, 0],
    mountain: [12, 0, 18],
  });
  expect(written([4, 0, 6], { raspasyZero: 'one' }, 'sochi', 2, 2).pool).toEqual([0, 1, 0]);
  expect(written([4, 0, 6], { raspasyZero: 'none' }).pool).toEqual([0, 0, 0]);
  expect(rulesIn(written([4, 0, 6]).entries)).toEqual(['9.5.1', '9.5.2']);
});

test('9.5.2: the dealer gets it only by the option, and only when the talon is his', () => {
  const four = (options: object) =>
    written([4, 1, 5, 0], { players: 4, ...options }, 'sochi', 3).pool;
  expect(four({})).toEqual([0, 0, 0, 0]);
  expect(four({ raspasyDealerZero: true })).toEqual([0, 0, 0, 1]);
  expect(four({ raspasyDealerZero: true, raspasyTalon: 'suit' })).toEqual([0, 0, 0, 0]);
});

test('9.5.3: who took fewest writes on the others, several share', () => {
  expect(written([1, 4, 5], {}, 'rostov').whists).toEqual([
    [0, 20, 25],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(written([3, 3, 4], {}, 'rostov').whists).toEqual([
    [0, 0, 10],
    [0, 0, 10],
    [0, 0, 0],
  ]);
  expect(written([0, 0, 10], {}, 'rostov')).toMatchObject({
    pool: [1, 1, 0],
    whists: [
      [0, 0, 25],
      [0, 0, 25],
      [0, 0, 0],
    ],
  });
  const difference = { raspasyWhistBase: 'difference' };
  expect(written([1, 4, 5], difference, 'rostov').whists[0]).toEqual([0, 15, 20]);
  expect(written([2, 2, 6], difference, 'rostov').whists[0]).toEqual([0, 0, 10]);
  expect(written([3, 3, 4], difference, 'rostov').whists[0]).toEqual([0, 0, 2.5]);
  expect(written([3, 5, 2], { raspasyAmnesty: true }, 'rostov').whists[2]).toEqual([15, 25, 0]);
});

test('9.5.4: a sitting dealer of Rostov writes a point at every raspasy', () => {
  const { pool, entries } = written([1, 4, 5, 0], { players: 4 }, 'rostov', 3);
  expect(pool).toEqual([0, 0, 0, 1]);
  expect(entries.at(-1)).toMatchObject({ rule: '9.5.4', seat: 3, amount: 1 });
  expect(written([1, 4, 5], {}, 'rostov').pool).toEqual([0, 0, 0]);
});

test('9.6.1: the exit level rises with the raspasy in a row', () => {
  const levels = (preset: string) =>
    [0, 1, 2, 3].map((streak) => exitLevel(streak, preferansConventions({}, preset)));
  expect(levels('sochi')).toEqual([6, 6, 6, 6]);
  expect(levels('leningrad')).toEqual([6, 7, 8, 8]);
});

test.each([
  [
    'made',
    { exitBy: 'made' },
    { passedOut: 0, half: 0, played: 0, set: 2, conceded: 2, misere: 0, caught: 2 },
  ],
  [
    'any',
    { exitBy: 'any' },
    { passedOut: 0, half: 0, played: 0, set: 0, conceded: 0, misere: 0, caught: 0 },
  ],
  [
    'madeWhisted',
    { exitBy: 'madeWhisted' },
    { passedOut: 2, half: 2, played: 0, set: 2, conceded: 2, misere: 0, caught: 2 },
  ],
  [
    'not by misère',
    { exitByMisere: false },
    { passedOut: 0, half: 0, played: 0, set: 2, conceded: 2, misere: 2, caught: 2 },
  ],
])('9.6.2: what ends a series: %s', (_name, options, expected) => {
  const conventions = preferansConventions(options);
  const pool = { ...newPool(conventions, 2), raspasyStreak: 2 };
  const game = { type: 'game', declarer: 0, contract: '6S' } as const;
  const one = [
    [1, 'whist'],
    [2, 'pass'],
  ] as const;
  const outcomes = {
    passedOut: {
      ...game,
      defence: [
        [1, 'pass'],
        [2, 'pass'],
      ] as const,
    },
    half: {
      ...game,
      defence: [
        [1, 'pass'],
        [2, 'half'],
        [1, 'pass'],
      ] as const,
    },
    played: { ...game, defence: one, tricks: [6, 4, 0] },
    set: { ...game, defence: one, tricks: [5, 5, 0] },
    conceded: { type: 'concede', declarer: 0, bid: '6S' } as const,
    misere: { type: 'misere', declarer: 0, tricks: [0, 5, 5] } as const,
    caught: { type: 'misere', declarer: 0, tricks: [1, 5, 4] } as const,
  };
  for (const [name, outcome] of Object.entries(outcomes)) {
    const after = writeDeal(pool, outcome, conventions).pool;
    expect([name, after.raspasyStreak]).toEqual([name, expected[name as keyof typeof expected]]);
  }
  const again = writeDeal(pool, { type: 'raspasy', tricks: [3, 3, 4] }, conventions).pool;
  expect(nextDeal(again, conventions)).toMatchObject({ raspasyStreak: 3, dealer: 0 });
});

test('9.6.2: Stalingrad and a checked ten count as whisted', () => {
  const conventions = preferansConventions({
    exitBy: 'madeWhisted',
    stalingrad: true,
    tenGame: 'checked',
  });
  const pool = { ...newPool(conventions, 2), raspasyStreak: 1 };
  for (const [contract, tricks] of [
    ['6S', [6, 2, 2]],
    ['10S', [10, 0, 0]],
  ] as const) {
    const { pool: after } = writeDeal(
      pool,
      { type: 'game', declarer: 0, contract, tricks },
      conventions,
    );
    expect(after.raspasyStreak).toBe(0);
  }
});
