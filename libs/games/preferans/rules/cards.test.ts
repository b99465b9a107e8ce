import { expect, test } from 'vitest';
import { cardNumber, cardsFromText, fullDeck, heightOf } from './cards.js';
import { dealCards } from './deal.js';
import { preferans } from './game.js';
import { preferansConventions } from './conventions/index.js';
import { aTable } from './testing/a-table.js';

test('2.1: the pack has 32 different cards, and the ten stands between nine and jack', () => {
  expect(new Set(fullDeck).size).toBe(32);
  expect(heightOf('TS')).toBe(heightOf('9S') + 1);
  expect(heightOf('JS')).toBe(heightOf('TS') + 1);
  expect(fullDeck.map(cardNumber)).toEqual(fullDeck.map((_, at) => at));
  expect(cardsFromText('7SKH')).toEqual(['7S', 'KH']);
  expect(cardsFromText('7SK')).toBeUndefined();
  expect(cardsFromText('1S')).toBeUndefined();
});

test('2.2: the first shuffle is one of the seats and draws the first dealer', () => {
  for (const players of [3, 4]) {
    const start = preferans.start(preferansConventions({ players }));
    expect(preferans.awaitsShuffle!(start)).toBe(players);
    const drawn = preferans.shuffled!(start, [1, 0, 2, 3].slice(0, players));
    expect(drawn.pool!.dealer).toBe(1);
    expect(preferans.awaitsShuffle!(drawn)).toBe(32);
  }
});

test('2.3: three seats after the dealer are active, and a fourth sits out with no cards', () => {
  expect(dealCards(fullDeck, 3, 1).order).toEqual([2, 0, 1]);
  const four = dealCards(fullDeck, 4, 1);
  expect(four.order).toEqual([2, 3, 0]);
  expect(four.hands[1]).toEqual([]);
  const table = aTable({ options: { players: 4 }, dealer: 3 });
  expect(table.refusal({ kind: 'call', word: 'P' }, 3)).toBe('not-your-turn 3.2');
});

test('2.4: two at a time, the fourth packet to the talon', () => {
  const { hands, talon } = dealCards(fullDeck, 3, 2);
  expect(talon).toEqual(fullDeck.slice(6, 8));
  const at = (...places: number[]) => places.map((place) => fullDeck[place]);
  expect(hands[0]).toEqual(at(0, 1, 8, 9, 14, 15, 20, 21, 26, 27));
  expect(hands[1]).toEqual(at(2, 3, 10, 11, 16, 17, 22, 23, 28, 29));
  expect(hands[2]).toEqual(at(4, 5, 12, 13, 18, 19, 24, 25, 30, 31));
});

test('2.5: the deal moves on, unless the same dealer deals again after raspasy', () => {
  const raspasy = () => aTable({ dealer: 2 }).call('P', 'P', 'P').end(3, 3, 4).state;
  expect(raspasy().pool!.dealer).toBe(0);
  const options = { dealerAdvance: 'notAfterRaspasy' };
  expect(aTable({ dealer: 2, options }).call('P', 'P', 'P').end(3, 3, 4).state.pool!.dealer).toBe(
    2,
  );
  const passedOut = aTable({ dealer: 2, options })
    .call('6S', 'P', 'P')
    .name('6S')
    .declare('pass', 'pass');
  expect(passedOut.state.pool!.dealer).toBe(0);
});

test('3.1: a deal goes through its phases, and an action out of its time is refused', () => {
  const table = aTable();
  expect(table.phase).toBe('auction');
  expect(table.refusal({ kind: 'play', card: '7S' })).toBe('wrong-phase 3.1');
  expect(table.call('6S', 'P', 'P').phase).toBe('contract');
  expect(table.refusal({ kind: 'call', word: 'P' })).toBe('wrong-phase 3.1');
  expect(table.name('6S').phase).toBe('whist');
  expect(table.declare('whist', 'pass').phase).toBe('choose');
  expect(table.declare('closed').phase).toBe('play');
  expect(table.refusal({ kind: 'concede' })).toBe('wrong-phase 3.1');
  expect(aTable().call('P', 'P', 'P').phase).toBe('play');
});

test('3.1: what is no action at all is refused as malformed', () => {
  const table = aTable();
  const nonsense = [
    null,
    1,
    [],
    {},
    { kind: 'call' },
    { kind: 'call', word: '5S' },
    { kind: 'fly' },
  ];
  for (const action of nonsense) expect(table.refusal(action)).toBe('malformed-action 3.1');
});

test('3.2: only the player whose turn it is may act', () => {
  const table = aTable();
  expect(table.refusal({ kind: 'call', word: 'P' }, 1)).toBe('not-your-turn 3.2');
  expect(table.refusal({ kind: 'call', word: 'P' }, 7)).toBe('not-your-turn 3.2');
  table.call('6S', 'P', 'P');
  expect(table.refusal({ kind: 'concede' }, 1)).toBe('not-your-turn 3.2');
  table.name('6S');
  expect(table.refusal({ kind: 'declare', word: 'pass' }, 2)).toBe('not-your-turn 3.2');
  table.declare('whist', 'whist');
  expect(table.refusal({ kind: 'play', card: table.deal.hands[1]![0] }, 1)).toBe(
    'not-your-turn 3.2',
  );
});
