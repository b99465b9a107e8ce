import { expect, test } from 'vitest';
import { deckWords } from './deck-words';

test('every place of the pack belongs to one hand or the talon', () => {
  const places = deckWords.hands.flatMap((hand) => hand.places);
  expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, i) => i));
  expect(deckWords.hands.map((hand) => hand.places.length)).toEqual([10, 10, 10, 2]);
  expect(deckWords.hands[3]!.places).toEqual([6, 7]);
});

test('cards are named shortly', () => {
  expect([0, 3, 12, 31].map((card) => deckWords.card(card, 'en'))).toEqual([
    '7♠',
    '10♠',
    'J♣',
    'A♥',
  ]);
  expect([12, 13, 14, 31].map((card) => deckWords.card(card, 'ru'))).toEqual([
    'В♣',
    'Д♣',
    'К♣',
    'Т♥',
  ]);
});
