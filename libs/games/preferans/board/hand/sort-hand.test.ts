import { expect, test } from 'vitest';
import { cardsFromText, fullDeck, suitOf, type Suit } from '@trellis/games/preferans/rules';
import { sortHand } from './sort-hand';

const sorted = (text: string, first?: Suit) =>
  sortHand(cardsFromText(text.replaceAll(' ', ''))!, first).join(' ');

test('suits together, colours in turn, high cards first', () => {
  expect(sorted('7S AH TS KC QD AS 7H')).toBe('AS TS 7S QD KC AH 7H');
});

test('two suits of one colour do not meet when another can stand between them', () => {
  expect(sorted('AS AC AH')).toBe('AS AH AC');
  expect(sorted('AD AH AC')).toBe('AD AC AH');
  expect(sorted('AS AC')).toBe('AS AC');
});

test('the trumps stand first where one wishes', () => {
  expect(sorted('AS AD AC AH', 'H')).toBe('AH AS AD AC');
  expect(sorted('AS AD', 'H')).toBe('AS AD');
});

test('no card is lost or doubled', () => {
  const hands = [
    fullDeck.slice(3, 13),
    fullDeck.slice(10, 22),
    fullDeck.filter((card) => suitOf(card) === 'C'),
  ];
  for (const hand of hands) {
    expect([...sortHand(hand)].sort()).toEqual([...hand].sort());
  }
  expect(sortHand([])).toEqual([]);
});
