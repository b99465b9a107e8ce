import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  fullDeck,
  isCard,
  legalCards,
  suits,
  winningCard,
  type Card,
} from '@trellis/games/preferans/rules';
import { expect, test } from 'vitest';
import { parseDiagram, type Diagram } from '@trellis/games/preferans/board/diagrams';

const book = readFileSync(
  fileURLToPath(new URL('../../../../libs/games/preferans/RULES.md', import.meta.url)),
  'utf8',
);
const drawn = [...book.matchAll(/```cards\n([\s\S]*?)```/g)].map(([, source]) => source!);
const cardsOf = ({ rows }: Diagram, at: number) => rows[at]!.cards.map(({ card }) => card);
const markedIn = ({ rows }: Diagram) =>
  rows.flatMap(({ cards }) => cards.flatMap(({ card, marked }) => (marked ? [card] : [])));
const drawing = (of: string): Diagram =>
  parseDiagram(drawn.find((source) => source.includes(of)) ?? `no drawing of ${of}`);

test('every drawing of the book can be read, and shows no card twice in a row', () => {
  expect(drawn).toHaveLength(7);
  for (const source of drawn) {
    const diagram = parseDiagram(source);
    for (const [at] of diagram.rows.entries()) {
      const cards = cardsOf(diagram, at);
      expect(new Set(cards).size, source).toBe(cards.length);
      for (const card of cards) expect(isCard(card), card).toBe(true);
    }
  }
});

test.each(['Hand AS: a row without a colon', 'AS KS', 'Hand: AS', 'Hand: AS XS\nA caption.'])(
  'what is no drawing is refused: %s',
  (source) => {
    expect(() => parseDiagram(source)).toThrow(/No (row|caption)/);
  },
);

test('2.1: the order of the cards is drawn as it is', () => {
  const order = drawing('Low to high');
  expect(cardsOf(order, 0)).toEqual(fullDeck.slice(0, 8));
  expect(cardsOf(order, 1)).toEqual(suits.map((suit) => `A${suit}`));
});

test('5.3: of the twelve cards ten are kept and two laid aside', () => {
  const diagram = drawing('Talon: JS!');
  const [hand, talon, discard, kept] = [0, 1, 2, 3].map((at) => cardsOf(diagram, at));
  expect([hand!.length, talon!.length, discard!.length]).toEqual([10, 2, 2]);
  expect([...kept!, ...discard!].sort()).toEqual([...hand!, ...talon!].sort());
});

test('7.2: the marked cards are those that may be played, and the one that takes the trick', () => {
  const follow = drawing('one of the two clubs');
  expect(markedIn(follow)).toEqual(legalCards(cardsOf(follow, 0), 'C', 'H'));
  const ruff = drawing('one of the two trumps');
  expect(markedIn(ruff)).toEqual(legalCards(cardsOf(ruff, 0), 'C', 'H'));
  const trick = drawing('Second, without clubs');
  const cards: Card[] = trick.rows.map((_row, at) => cardsOf(trick, at)[0]!);
  expect(markedIn(trick)).toEqual([cards[winningCard(cards, 'C', 'H')]]);
});

test('9.2.1: the talon’s card takes nothing', () => {
  const diagram = drawing('The talon asks for diamonds');
  const [, ...played] = diagram.rows.map((_row, at) => cardsOf(diagram, at)[0]!);
  expect(markedIn(diagram)).toEqual([played[winningCard(played, 'D', 'N')]]);
});
