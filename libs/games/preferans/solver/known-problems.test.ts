import { expect, test } from 'vitest';
import { solveAsk } from './index.js';

// Endings whose answer a player can work out at the table; hands are the declarer's and the two others' clockwise.

const solved = (question: Readonly<Record<string, unknown>>) =>
  solveAsk({ ask: 'solve', goal: 'game', trump: 'N', declarer: 0, leader: 0, ...question });

test('throw-in: who is made to lead from a king into ace and queen gives a trick', () => {
  // After the eight of diamonds the second hand has only hearts to lead.
  expect(solved({ hands: ['AHQH8D', 'KHJH9D', '7C8C9C'] })).toEqual({
    tricks: 2,
    cards: { '8D': 2, AH: 1, QH: 1 },
  });
});

test('squeeze: on the last spade whoever guards all must let go of something', () => {
  // A club lets him be thrown in, the nine of diamonds makes the eight good, the jack of hearts bares the king.
  const { tricks, cards } = solved({ hands: ['ASAHQH8D', 'KHJH9D8C', '7S8S9STS'] }) as {
    tricks: number;
    cards: Record<string, number>;
  };
  expect(tricks).toBe(3);
  expect(cards).toMatchObject({ AS: 3, '8D': 2, AH: 2 });
});

test('uppercut: the partner trumps high, and a ten behind the queen becomes a trick', () => {
  const hands = ['QS9S', 'ACTS', 'JS7H'];
  expect(solved({ trump: 'S', leader: 1, hands })).toEqual({ tricks: 1, cards: { AC: 1, TS: 2 } });
});

test('the duty to trump: a lone jack falls under the ace though its holder would rather keep it', () => {
  // Over the ace of trumps the jack must be played, so the ten is good; the ten first would lose to it.
  const hands = ['ASTS', 'JS7H', 'AC8D'];
  expect(solved({ trump: 'S', leader: 2, hands })).toMatchObject({ cards: { AC: 2 } });
});

test('misère: a hole is thrown away on a suit the declarer has none of', () => {
  // The seven of spades catches the eight, and the seven of hearts behind it; after a club there is no hole any more.
  const hands = ['8S7H', '7S9C', '8HTC'];
  expect(solved({ goal: 'misere', leader: 1, hands })).toEqual({
    tricks: 2,
    cards: { '7S': 2, '9C': 0 },
  });
});

test('misère: the catchers bring the lead to the one who holds the seven', () => {
  const hands = ['8S7H', '8HTC', '7S9H'];
  expect(solved({ goal: 'misere', leader: 1, hands })).toEqual({
    tricks: 1,
    cards: { '8H': 1, TC: 0 },
  });
});

test('misère: a suit of seven, nine, jack and king is never caught, nor with the eight for the nine', () => {
  const against = ['TSQSASKHAH', 'JHQHTHKCAC'];
  const alone = (own: string) => solved({ goal: 'misere', leader: 1, hands: [own, ...against] });
  expect(alone('7S9SJSKS7H')).toMatchObject({ tricks: 0 });
  expect(alone('7S8SJSKS7H')).toMatchObject({ tricks: 0 });
});
