import { expect, test } from 'vitest';
import { preferans } from './game.js';
import { aTable } from './testing/a-table.js';
import { viewFor } from './view.js';

test('5.1: the talon is shown to everybody and taken by the declarer, in misère too', () => {
  for (const bid of ['6S', 'M'] as const) {
    const table = aTable({ options: { players: 4 }, dealer: 3 }).call(bid, 'P', 'P');
    const { talon } = table.deal;
    for (const viewer of [0, 1, 2, 3, 'spectator'] as const) {
      expect(viewFor(table.state, viewer).deal!.talon).toEqual(talon);
    }
    expect(table.deal.hands[0]).toHaveLength(12);
    expect(table.deal.hands[0]).toEqual(expect.arrayContaining([...talon]));
  }
});

test('5.2: any two of the twelve are discarded', () => {
  const table = aTable({ hands: { eldest: 'AS KS', talon: '7H 8H' } }).call('6S', 'P', 'P');
  const contract = (discard: readonly string[]) =>
    table.refusal({ kind: 'contract', contract: '6S', discard });
  expect(contract(['7H', '8H'])).toBeUndefined();
  expect(contract(['AS', '7H'])).toBeUndefined();
  expect(contract(['AS'])).toBe('not-a-discard 5.2');
  expect(contract([])).toBe('not-a-discard 5.2');
  expect(contract(['AS', 'AS'])).toBe('not-a-discard 5.2');
  expect(contract(['AS', table.deal.hands[1]![0]!])).toBe('not-a-discard 5.2');
  expect(contract(['AS', 'XX'])).toBe('malformed-action 3.1');
  expect(preferans.legalActions(table.state, 0)).toHaveLength(66 + 1);
  expect(table.name('6S', '7H AS').deal.hands[0]).toHaveLength(10);
});

test('5.3: the contract is not below the bid, and the suit may change', () => {
  const discard = ['7H', '8H'];
  const table = aTable({ hands: { talon: '7H 8H' } }).call('7D', 'P', 'P');
  const naming = (contract: string) => table.refusal({ kind: 'contract', contract, discard });
  expect(naming('7C')).toBe('below-winning-bid 5.3');
  expect(naming('7D')).toBeUndefined();
  expect(naming('10N')).toBeUndefined();
  expect(naming('M')).toBe('misere-not-bid 5.3');
});

test('5.3: after misère, misère is played', () => {
  const table = aTable({ hands: { talon: '7H 8H' } }).call('M', 'P', 'P');
  const naming = (contract: string) =>
    table.refusal({ kind: 'contract', contract, discard: ['7H', '8H'] });
  expect(naming('9S')).toBe('must-play-misere 5.3');
  expect(naming('M')).toBeUndefined();
  expect(table.name('M').phase).toBe('play');
});

test('5.3: without the talon nothing is taken or discarded, and it stays closed until the deal is over', () => {
  const options = { noTalon: 'misereAndNine' };
  const nine = aTable({ options, hands: { talon: '7H 8H' } }).call('9B', 'P', 'P');
  expect(nine.deal.hands[0]).toHaveLength(10);
  expect(viewFor(nine.state, 0).deal!.talon).toEqual([]);
  const naming = (contract: string, discard: string[] = []) =>
    nine.refusal({ kind: 'contract', contract, discard });
  expect(naming('9N')).toBeUndefined();
  expect(naming('10S')).toBe('must-play-nine 5.3');
  expect(naming('9S', nine.deal.hands[0]!.slice(0, 2))).toBe('no-discard-without-talon 5.3');

  const misere = aTable({ options, hands: { talon: '7H 8H' } })
    .call('MB', 'P', 'P')
    .name('M', '');
  expect(viewFor(misere.state, 1).deal!.talon).toEqual([]);
  expect(misere.end(0, 5, 5).state.pool!.sheet.pool).toEqual([10, 0, 0]);
  expect(viewFor(misere.state, 1).last!.talon).toEqual(['7H', '8H']);
});

test('5.4: giving up writes undertricks at the level of the bid and nothing else', () => {
  const table = aTable().call('7D', 'P', 'P').act({ kind: 'concede' });
  expect(table.state.pool!.sheet).toEqual({
    pool: [0, 0, 0],
    mountain: [12, 0, 0],
    whists: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  });
  expect(table.state.last!.entries).toEqual([
    {
      column: 'mountain',
      seat: 0,
      amount: 12,
      rule: '5.4',
      operands: { undertricks: 3, mountainScale: 1, value: 4 },
    },
  ]);
  const two = aTable({ options: { concede: 2, mountainScale: 2 } }).call('7D', 'P', 'P');
  expect(two.act({ kind: 'concede' }).state.pool!.sheet.mountain).toEqual([16, 0, 0]);
});

test('5.4: no giving up after misère, nor where it is not played', () => {
  const misere = aTable().call('M', 'P', 'P');
  expect(misere.refusal({ kind: 'concede' })).toBe('misere-cannot-be-conceded 5.4');
  const leningrad = aTable({ preset: 'leningrad' }).call('7D', 'P', 'P');
  expect(leningrad.refusal({ kind: 'concede' })).toBe('concede-off 5.4');
});
