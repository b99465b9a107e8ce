import { expect, test } from 'vitest';
import { bestDiscard, solveAsk, Solver } from './index.js';

const asked = (more: object) => ({ ask: 'solve', goal: 'game', declarer: 0, leader: 0, ...more });

test('ten top tricks are ten tricks, whatever is led', () => {
  const hands = ['ASKSQSJSTS9S8S7SACAD', '7C8C9CTCJC7D8D9DTDJD', 'QCKCQDKD7H8H9HTHJHQH'];
  expect(solveAsk(asked({ trump: 'S', hands }))).toMatchObject({
    tricks: 10,
    cards: { AS: 10, '7S': 10 },
  });
  expect(solveAsk(asked({ trump: 'S', leader: 1, hands }))).toMatchObject({ tricks: 10 });
});

test('a finesse works when the king lies right, and costs a trick when it does not', () => {
  const before = [
    ['AS', 'QS'],
    ['7C', '8C'],
    ['KS', '7S'],
  ];
  expect(solveAsk(asked({ trump: 'N', leader: 2, hands: before }))).toEqual({
    tricks: 2,
    cards: { '7S': 2, KS: 2 },
  });
  const behind = [
    ['AS', 'QS'],
    ['KS', '7S'],
    ['8S', '7C'],
  ];
  expect(solveAsk(asked({ trump: 'N', leader: 2, hands: behind }))).toEqual({
    tricks: 1,
    cards: { '7C': 1, '8S': 1 },
  });
});

test('who has no card of the suit led must trump, which may cost a trick', () => {
  // On clubs both others must trump, and the declarer's seven falls under the eight.
  const hands = [
    ['7S', 'AH'],
    ['AC', '8H'],
    ['8S', '7D'],
  ];
  expect(solveAsk(asked({ trump: 'S', leader: 1, hands }))).toEqual({
    tricks: 0,
    cards: { AC: 0, '8H': 1 },
  });
});

test('a clean misère takes nothing; an eight over the seven is caught by leading it', () => {
  const clean = [
    ['7S', '9S', 'JS', '7H'],
    ['8S', 'TS', 'AS', '8H'],
    ['QS', 'KS', '9H', 'TH'],
  ];
  const cards = { '8S': 0, TS: 0, AS: 0, '8H': 0 };
  expect(solveAsk(asked({ goal: 'misere', leader: 1, hands: clean }))).toEqual({
    tricks: 0,
    cards,
  });
  const holed = [
    ['8S', '9S'],
    ['7S', '7C'],
    ['TC', 'JC'],
  ];
  expect(solveAsk(asked({ goal: 'misere', leader: 1, hands: holed }))).toEqual({
    tricks: 2,
    cards: { '7C': 0, '7S': 2 },
  });
});

test('only the tricks that are left count, from one card on', () => {
  const hands = [['AS'], ['7S'], ['8S']];
  expect(solveAsk(asked({ trump: 'H', hands }))).toEqual({ tricks: 1, cards: { AS: 1 } });
});

test('a question that makes no sense is refused by field', () => {
  const hands = [['AS'], ['7S'], ['8S']];
  const refused = (more: object) => solveAsk(asked({ trump: 'N', hands, ...more }));
  const error = (field: string) => ({
    error: { code: 'bad-request', message: expect.stringMatching(`^${field}`) },
  });
  expect(refused({ goal: 'win' })).toEqual(error('goal'));
  expect(refused({ trump: 'X' })).toEqual(error('trump'));
  expect(refused({ trump: '' })).toEqual(error('trump'));
  expect(refused({ trump: ['S'] })).toEqual(error('trump'));
  expect(refused({ trump: undefined })).toEqual(error('trump'));
  expect(refused({ goal: 'misere', trump: 'S' })).toEqual(error('trump'));
  expect(refused({ declarer: 3 })).toEqual(error('declarer'));
  expect(refused({ leader: '0' })).toEqual(error('leader'));
  expect(refused({ hands: [['AS'], ['7S']] })).toEqual(error('hands'));
  expect(refused({ hands: [['AS'], ['7S'], ['10H']] })).toEqual(error('hands\\[2\\]'));
  expect(refused({ hands: [['AS'], ['7S'], ['AS']] })).toEqual(error('hands'));
  expect(refused({ hands: [['AS'], ['7S'], ['8S', '9S']] })).toEqual(error('hands'));
  expect(refused({ hands: [[], [], []] })).toEqual(error('hands'));
});

test('the best discard keeps what takes tricks, and in misère what takes none', () => {
  const bits = (cards: readonly number[]) => cards.reduce((mask, card) => mask | (1 << card), 0);
  // Spades from the ace to the seven, the ace of clubs and of diamonds, and two losing hearts.
  const strong = bits([0, 1, 2, 3, 4, 5, 6, 7, 15, 23, 24, 25]);
  const rest = [8, 9, 10, 11, 12, 16, 17, 18, 19, 20];
  const last = [13, 14, 21, 22, 26, 27, 28, 29, 30, 31];
  const twelve = { declarer: 0, leader: 1, hands: [strong, bits(rest), bits(last)] } as const;
  const solver = new Solver();
  expect(bestDiscard(solver, { ...twelve, goal: 'game', trumps: [0, 1, 2, 3, 4] })).toEqual({
    discard: [24, 25],
    trump: 0,
    tricks: 10,
  });
  // The two aces are the two cards that a misère cannot keep; of the spades none can be made to win.
  expect(bestDiscard(solver, { ...twelve, goal: 'misere', trumps: [] })).toMatchObject({
    discard: [15, 23],
    tricks: 0,
  });
});
