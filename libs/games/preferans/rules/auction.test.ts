import { expect, test } from 'vitest';
import {
  legalWords,
  auctionStanding,
  wordRefusal,
  type AuctionWord,
  type Call,
} from './auction.js';
import { ladder } from './bids.js';
import { preferansConventions } from './conventions/index.js';
import { activeSeats } from './seats.js';
import { aTable } from './testing/a-table.js';

const order = activeSeats(3, 2);

/** "0 6S, 1 P" → calls. */
function calls(text: string): Call[] {
  if (text === '') return [];
  return text.split(', ').map((call): Call => {
    const [seat, word] = call.split(' ');
    return [Number(seat), word as AuctionWord];
  });
}

function auction(said: string, options = {}, minLevel = 6) {
  const table = { order, minLevel, conventions: preferansConventions(options) };
  return {
    turn: auctionStanding(order, calls(said)).turn,
    legal: legalWords(table, calls(said)).join(' '),
    refusal: (word: AuctionWord) => wordRefusal(table, calls(said), word),
  };
}

const from = (bid: string, except: readonly string[] = ['MB', '9B']) =>
  ladder
    .slice(ladder.indexOf(bid as (typeof ladder)[number]))
    .filter((each) => !except.includes(each))
    .join(' ');

test('4.1.1: the ladder of 26 bids, misère between 8N and 9S', () => {
  expect(from('6S')).toBe(
    '6S 6C 6D 6H 6N 7S 7C 7D 7H 7N 8S 8C 8D 8H 8N M 9S 9C 9D 9H 9N 10S 10C 10D 10H 10N',
  );
});

test('4.1.2: bids without the talon stand after 9N where they are played', () => {
  expect(auction('').refusal('MB')).toBe('no-talon-off');
  expect(auction('').refusal('9B')).toBe('no-talon-off');
  const legal = auction('', { noTalon: 'misereAndNine' }).legal;
  expect(legal).toBe(`P ${from('6S', [])}`);
  expect(legal).toContain('9N MB 9B 10S');
});

test('4.2.1: the eldest hand speaks first, and who has passed is out', () => {
  expect(auction('').turn).toBe(0);
  expect(auction('0 P, 1 6S, 2 6C').turn).toBe(1);
  expect(auction('0 6S, 1 P, 2 6C, 0 6D').turn).toBe(2);
});

test('4.2.2: a bid must be higher than the current one, and may jump', () => {
  expect(auction('0 7D').refusal('7D')).toBe('below-current-bid');
  expect(auction('0 7D').refusal('6N')).toBe('below-current-bid');
  expect(auction('0 7D').refusal('10N')).toBeUndefined();
});

test('4.2.3: games below the exit level may not be bid, misère may', () => {
  expect(auction('', {}, 7).refusal('6N')).toBe('below-exit-level');
  expect(auction('', {}, 8).legal).toBe(`P ${from('8S')}`);
  expect(auction('', {}, 8).refusal('M')).toBeUndefined();
  const table = aTable({ preset: 'leningrad', streak: 1 });
  expect(table.refusal({ kind: 'call', word: '6N' })).toBe('below-exit-level 4.2.3');
});

test('4.2.4: misère only as the first word, and it binds', () => {
  expect(auction('0 6S, 1 6C, 2 6D').refusal('M')).toBe('misere-first-only');
  expect(auction('0 M, 1 9S, 2 P').refusal('9C')).toBe('bound-by-misere');
  expect(auction('0 M, 1 9S, 2 P').refusal('=')).toBe('bound-by-misere');
  const later = { misereFirstOnly: false };
  expect(auction('0 6S, 1 6C, 2 6D', later).refusal('M')).toBeUndefined();
  expect(auction('0 6S, 1 6C, 2 P, 0 M, 1 9S', later).legal).toBe('P');
});

test('4.2.4: misère without the talon is for those who bid nothing but misère', () => {
  const options = { noTalon: 'misereAndNine' };
  expect(auction('0 M, 1 9S, 2 P', options).legal).toBe('P MB');
  expect(auction('0 6S, 1 M, 2 P', options).refusal('MB')).toBe('misere-first-only');
  expect(auction('0 6S, 1 M', options).refusal('MB')).toBeUndefined();
  expect(auction('0 6S, 1 M, 2 P', { ...options, misereFirstOnly: false }).refusal('MB')).toBe(
    'misere-first-only',
  );
});

test('4.2.5: three passes are raspasy, two leave the third his turn, nobody raises himself', () => {
  expect(auctionStanding(order, calls('0 P, 1 P'))).toMatchObject({ turn: 2, current: undefined });
  expect(auctionStanding(order, calls('0 P, 1 P, 2 P'))).toMatchObject({
    turn: undefined,
    current: undefined,
  });
  expect(auctionStanding(order, calls('0 P, 1 P, 2 6S'))).toMatchObject({
    turn: undefined,
    current: { seat: 2, bid: '6S' },
  });
  expect(auction('0 6S, 1 P, 2 P').legal).toBe('');
});

test('4.3: the elder hand may hold when two are left', () => {
  expect(auction('0 7C, 1 P, 2 7D').refusal('=')).toBeUndefined();
  expect(auctionStanding(order, calls('0 7C, 1 P, 2 7D, 0 ='))).toMatchObject({
    turn: 2,
    current: { seat: 0, bid: '7D' },
  });
  expect(auction('0 7C, 1 P, 2 7D, 0 =, 2 7H').refusal('=')).toBeUndefined();
  expect(auction('').refusal('=')).toBe('nothing-to-hold');
  expect(auction('0 6S, 1 6C, 2 6D').refusal('=')).toBe('hold-needs-two-left');
  expect(auction('0 6S, 1 P').refusal('=')).toBe('not-elder');
  expect(auction('0 6S, 1 M, 2 P').refusal('=')).toBe('misere-cannot-be-held');
});

test('4.3: hold = always needs no two, hold = never takes the right away', () => {
  expect(auction('0 6S, 1 6C, 2 6D', { hold: 'always' }).refusal('=')).toBeUndefined();
  expect(auction('0 6S, 1 6C, 2 6D, 0 =', { hold: 'always' }).refusal('=')).toBe('not-elder');
  expect(auction('0 7C, 1 P, 2 7D', { hold: 'never' }).refusal('=')).toBe('hold-off');
});

test('4.3: nine without the talon is a game and may be held', () => {
  const options = { noTalon: 'misereAndNine' };
  expect(auction('0 9S, 1 P, 2 9B', options).refusal('=')).toBeUndefined();
});

test.each([
  ['', 0, `P ${from('6S')}`],
  ['0 6S, 1 7D', 2, `P ${from('7H')}`],
  ['0 7C, 1 P, 2 7D', 0, `P = ${from('7H', ['M', 'MB', '9B'])}`],
  ['0 7C, 1 P, 2 7D, 0 =', 2, `P ${from('7H', ['M', 'MB', '9B'])}`],
  ['0 P, 1 M', 2, `P ${from('9S')}`],
  ['0 P, 1 M, 2 9C', 1, 'P'],
])('4.3: after "%s" seat %i may say %s', (said, turn, legal) => {
  expect(auction(said)).toMatchObject({ turn, legal });
});
