import { expect, test } from 'vitest';
import { legalCards, winningCard } from './trick.js';
import { aTable, type HandsSetting } from './testing/a-table.js';
import { viewFor } from './view.js';

const suits: HandsSetting = {
  eldest: 'AS KS QS JS TS 9S 8S 7S AC KC',
  second: 'QC JC TC 9C 8C 7C AD KD QD JD',
  youngest: 'TD 9D 8D 7D AH KH QH JH TH 9H',
  talon: '8H 7H',
};

test('7.1: the eldest hand leads to the first trick, whoever is declarer, then the winners', () => {
  const table = aTable({ hands: suits })
    .call('P', 'P', '6H')
    .name('6H', '8H 7H')
    .declare('whist', 'whist');
  expect([table.deal.won!.declarer, table.turn]).toEqual([2, 0]);
  table.play('AS QC 9H');
  expect(table.deal.play!.taken).toEqual([0, 0, 1]); // trumped
  expect(table.turn).toBe(2);
});

test('7.1: ten tricks are played and written by seat', () => {
  const table = aTable({ hands: suits })
    .call('6S', 'P', 'P')
    .name('6S', '8H 7H')
    .declare('whist', 'whist');
  table.playTricks(10);
  const { outcome } = table.state.last!;
  expect(outcome).toMatchObject({ type: 'game', declarer: 0, contract: '6S', tricks: [10, 0, 0] });
});

test('7.2: follow suit, else trump, else anything', () => {
  expect(legalCards(['AS', '7H', '8D'], 'D', 'H')).toEqual(['8D']);
  expect(legalCards(['AS', '7H', '8D'], 'C', 'H')).toEqual(['7H']);
  expect(legalCards(['AS', '7H', '8D'], 'C', 'N')).toEqual(['AS', '7H', '8D']);
  expect(legalCards(['AS', '8D'], 'C', 'H')).toEqual(['AS', '8D']);
  expect(legalCards(['AS', '8D'], null, 'H')).toEqual(['AS', '8D']);
});

test('7.2: a refused card is told why', () => {
  const hands = { eldest: 'AS AC', second: '7S 8S 7H', youngest: '9C 9H', talon: '8H TH' };
  const table = aTable({ hands }).call('6H', 'P', 'P').name('6H').declare('whist', 'whist');
  expect(table.refusal({ kind: 'play', card: '7S' })).toBe('not-in-hand 7.2');
  table.play('AS');
  expect(table.refusal({ kind: 'play', card: '7H' })).toBe('must-follow-suit 7.2');

  const trumps = aTable({ hands: suits })
    .call('6H', 'P', 'P')
    .name('6H', '8H 7H')
    .declare('whist', 'whist');
  trumps.play('AS QC');
  expect(trumps.refusal({ kind: 'play', card: 'TD' })).toBe('must-trump 7.2');
});

test('7.2: the highest trump wins, else the highest card of the led suit', () => {
  expect(winningCard(['7S', 'AS', 'KH'], 'S', 'N')).toBe(1);
  expect(winningCard(['7S', 'AS', '7H'], 'S', 'H')).toBe(2);
  expect(winningCard(['7S', '8H', '7H'], 'S', 'H')).toBe(1);
  expect(winningCard(['TS', '9S', 'JD'], 'S', 'N')).toBe(0);
});

const handsSeenBySpectator = (table: ReturnType<typeof aTable>) =>
  viewFor(table.state, 'spectator').deal!.hands.map((hand) => hand !== null);

test('7.3: hands are opened before the first lead of a defender', () => {
  const table = aTable({ hands: suits }).call('P', '6C', 'P').name('6C').declare('whist', 'pass');
  expect(handsSeenBySpectator(table)).toEqual([false, false, false]);
  table.declare('open');
  expect(handsSeenBySpectator(table)).toEqual([true, false, true]);
});

test('7.3: when the declarer leads, hands are opened after his first card', () => {
  const table = aTable({ hands: suits })
    .call('6S', 'P', 'P')
    .name('6S')
    .declare('whist', 'pass', 'open');
  expect(handsSeenBySpectator(table)).toEqual([false, false, false]);
  table.playTricks(0).act({ kind: 'play', card: table.legalCards()[0] });
  expect(handsSeenBySpectator(table)).toEqual([false, true, true]);
});

test('7.3: with openTiming = afterTrick1, after the first trick; never in closed play', () => {
  const options = { openTiming: 'afterTrick1' };
  const table = aTable({ options, hands: suits })
    .call('P', '6C', 'P')
    .name('6C')
    .declare('whist', 'pass', 'open');
  expect(handsSeenBySpectator(table)).toEqual([false, false, false]);
  expect(handsSeenBySpectator(table.playTricks(1))).toEqual([true, false, true]);
  const closed = aTable({ hands: suits })
    .call('P', '6C', 'P')
    .name('6C')
    .declare('whist', 'pass', 'closed');
  expect(handsSeenBySpectator(closed.playTricks(3))).toEqual([false, false, false]);
});

test('7.4: the last trick plays itself', () => {
  const table = aTable({ hands: suits })
    .call('6S', 'P', 'P')
    .name('6S')
    .declare('whist', 'whist')
    .playTricks(8);
  const [, eight] = [table.deal.no, table.deal.play!.cards.length];
  expect(eight).toBe(24);
  table.playTricks(1);
  expect(table.state.deal).toBeUndefined();
  expect(table.state.last!.deal.play!.cards).toHaveLength(30);
});

test('7.5: no card that is not legal is accepted at any moment of a deal', () => {
  const table = aTable({ hands: suits }).call('6H', 'P', 'P').name('6H').declare('whist', 'whist');
  while (table.state.deal) {
    const legal = table.legalCards();
    const all = table.deal.hands.flat();
    const accepted = all.filter((card) => table.refusal({ kind: 'play', card }) === undefined);
    expect(accepted.sort()).toEqual([...legal].sort());
    table.play(legal[0]!);
  }
});

test('8.1: a misère has no whist and no trump, and both catchers play their opened hands', () => {
  const table = aTable({ hands: suits }).call('P', 'M', 'P').name('M');
  expect(table.phase).toBe('play');
  expect(handsSeenBySpectator(table)).toEqual([true, false, true]);
  expect(table.turn).toBe(0);
  table.play('AS');
  expect(table.turn).toBe(1);
});

test('8.2: a catcher may give his hand to the partner', () => {
  const options = { misereControl: 'handOver' };
  const table = aTable({ options, hands: suits }).call('P', 'M', 'P').name('M');
  expect(table.refusal({ kind: 'hand-over' }, 1)).toBe('not-your-turn 3.2');
  table.act({ kind: 'hand-over' }, 0);
  expect(table.turn).toBe(2); // he leads for the eldest hand
  expect(table.refusal({ kind: 'play', card: 'AS' }, 0)).toBe('not-your-turn 3.2');
  expect(table.refusal({ kind: 'hand-over' }, 2)).toBe('already-handed-over 8.2');
  expect(table.refusal({ kind: 'offer', tricks: [5, 0, 5] }, 0)).toBe('may-not-offer 14.1.2');
  table.act({ kind: 'play', card: 'AS' }, 2);

  const own = aTable({ hands: suits }).call('P', 'M', 'P').name('M');
  expect(own.refusal({ kind: 'hand-over' }, 0)).toBe('hand-over-off 8.2');
  const closed = aTable({ options, hands: suits }).call('M', 'P', 'P').name('M');
  expect(closed.refusal({ kind: 'hand-over' }, 1)).toBe('hands-not-open 8.2');
});
