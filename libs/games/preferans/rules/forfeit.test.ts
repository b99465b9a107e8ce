import { expect, test } from 'vitest';
import { voidDeal } from './flow.js';
import { preferans } from './game.js';
import { aTable, type Table, type TableSetting } from './testing/a-table.js';

/** The tricks that the deal is written with when `offender` leaves; undefined when it is void. */
function tricksWhenLeft(table: Table, offender: number) {
  const { last } = preferans.forfeit(table.state, offender, 'left');
  return last!.outcome && 'tricks' in last!.outcome ? last!.outcome.tricks : undefined;
}

const game = (words: ('whist' | 'pass' | 'open' | 'closed')[], setting: TableSetting = {}) =>
  aTable(setting)
    .call('6S', 'P', 'P')
    .name('6S')
    .declare(...words);

test('14.4.1: before play the deal is void and the game ends', () => {
  const tables = [
    aTable(),
    aTable().call('6S', 'P', 'P'),
    aTable().call('6S', 'P', 'P').name('6S'),
    game(['whist', 'pass']),
  ];
  for (const table of tables) {
    const state = preferans.forfeit(table.state, 0, 'time');
    expect(state.last).toMatchObject({ entries: [] });
    expect(state.last!.outcome).toBeUndefined();
    expect(state.end).toMatchObject({ reason: 'time', offender: 0, settlement: [-100, 50, 50] });
    expect(preferans.result(state)).toEqual({
      places: [3, 1, 1],
      scores: [-100, 50, 50],
      reason: 'time',
      offender: 0,
      fine: 100,
    });
    expect(preferans.toAct(state)).toEqual([]);
    expect(preferans.awaitsShuffle!(state)).toBeUndefined();
    expect(preferans.forfeit(state, 1, 'left')).toBe(state);
  }
});

test('14.4.1: a deal is void for a dealer who sits it out, and nothing is lost before the first deal', () => {
  const four = game(['whist', 'whist'], { options: { players: 4 }, dealer: 3 }).playTricks(2);
  expect(tricksWhenLeft(four, 3)).toBeUndefined();
  expect(tricksWhenLeft(four, 0)).toBeDefined();
  const start = preferans.start(aTable().state.conventions);
  expect(preferans.forfeit(start, 2, 'left').end).toMatchObject({ settlement: [50, 50, -100] });
});

test('14.4.2: a declarer’s remaining tricks go to the defenders in turns, the first one first', () => {
  const table = game(['whist', 'whist']).playTricks(1);
  const [a, b, c] = table.deal.play!.taken as [number, number, number];
  expect(tricksWhenLeft(table, 0)).toEqual([a, b + 5, c + 4]);
  expect(tricksWhenLeft(game(['whist', 'whist']), 0)).toEqual([0, 5, 5]);
});

test('14.4.2: a lone whister takes them all, and a defender’s go to the declarer', () => {
  expect(tricksWhenLeft(game(['pass', 'whist', 'closed']), 0)).toEqual([0, 0, 10]);
  for (const defender of [1, 2]) {
    expect(tricksWhenLeft(game(['pass', 'whist', 'open']), defender)).toEqual([10, 0, 0]);
  }
});

test('14.4.2: in misère the declarer takes them himself, a catcher gives him none', () => {
  const misere = () => aTable().call('M', 'P', 'P').name('M');
  expect(tricksWhenLeft(misere(), 0)).toEqual([10, 0, 0]);
  expect(tricksWhenLeft(misere(), 2)![0]).toBe(0);
  const made = preferans.forfeit(misere().state, 2, 'left');
  expect(made.pool!.sheet.pool).toEqual([10, 0, 0]);
});

test('14.4.2: in raspasy the offender takes them himself, and a running offer is gone', () => {
  const table = aTable().call('P', 'P', 'P').playTricks(2);
  const taken = table.deal.play!.taken;
  expect(tricksWhenLeft(table, 1)).toEqual(taken.with(1, taken[1]! + 8));
  table.act({ kind: 'offer', tricks: taken.with(0, taken[0]! + 8) }, 0);
  const state = preferans.forfeit(table.state, 1, 'left');
  expect(state.last!.deal.play!.offer).toBeUndefined();
  expect(preferans.alarm!(state)).toBeUndefined();
});

test('14.4.4: the fine is an option', () => {
  const table = aTable({ options: { timeoutFine: 0 } });
  expect(preferans.forfeit(table.state, 0, 'left').end!.settlement).toEqual([0, 0, 0]);
});

test('14.5: a lost deal is void, and the same dealer deals again', () => {
  const before = game(['whist', 'whist']).playTricks(3).state;
  const state = voidDeal(before);
  expect(state.pool).toEqual(before.pool);
  expect(preferans.awaitsShuffle!(state)).toBe(32);
  expect(state.last!.outcome).toBeUndefined();
});
