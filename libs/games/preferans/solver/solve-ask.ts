import { Refusal } from '@trellis/games/kit';
import { Solver, type Position, type Trump } from './solver.js';

const suits = 'SCDH';
const ranks = '789TJQKA';
const strains = ['S', 'C', 'D', 'H', 'N'];

const solver = new Solver();

/**
 * Answers `{"ask": "solve", "goal": "game" | "misere", "trump": "S" … "N", "declarer", "leader", "hands"}`:
 * how many tricks the declarer takes when the leader begins a new trick and all play their best, and how
 * many for each card the leader may begin with. Refuses `bad-request`, naming the field. Cards are
 * written as in a record: "TS" is the ten of spades; a hand is a list of them or one text.
 */
export function solveAsk(question: Readonly<Record<string, unknown>>): object {
  try {
    const position = positionIn(question);
    const worths = solver
      .cards(position)
      .map(({ card, tricks }) => [nameOf(card), tricks] as const);
    return { tricks: solver.tricks(position), cards: Object.fromEntries(worths) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

function positionIn(question: Readonly<Record<string, unknown>>): Position {
  const { goal, trump } = question;
  if (goal !== 'game' && goal !== 'misere') throw bad('goal', 'must be "game" or "misere"');
  // Misère is played without trumps: the word may be left out.
  if (goal === 'misere' && trump !== undefined && trump !== 'N')
    throw bad('trump', 'must be N in misère');
  const strain = strains.findIndex((name) => name === (goal === 'misere' ? 'N' : trump));
  if (!isTrump(strain)) throw bad('trump', 'must be S, C, D, H or N');
  return {
    goal,
    trump: strain,
    declarer: seatIn(question, 'declarer'),
    leader: seatIn(question, 'leader'),
    hands: handsIn(question['hands']),
    played: [],
  };
}

function seatIn(question: Readonly<Record<string, unknown>>, name: string): number {
  const seat = question[name];
  if (seat === 0 || seat === 1 || seat === 2) return seat;
  throw bad(name, 'must be a seat, 0 to 2');
}

function handsIn(value: unknown): [number, number, number] {
  if (!Array.isArray(value) || value.length !== 3)
    throw bad('hands', 'must be a list of three hands');
  const lists = value.map(cardsIn);
  const [first, second, third] = lists.map((cards) =>
    cards.reduce((mask, card) => mask | (1 << card), 0),
  );
  const size = lists[0]!.length;
  if (size < 1 || size > 10) throw bad('hands', 'must hold one to ten cards each');
  if (lists.some((cards) => cards.length !== size)) throw bad('hands', 'must be equally long');
  if (new Set(lists.flat()).size !== 3 * size) throw bad('hands', 'hold a card twice');
  return [first!, second!, third!];
}

function cardsIn(value: unknown, seat: number): number[] {
  const cards: unknown = typeof value === 'string' ? (value.match(/.{1,2}/gs) ?? []) : value;
  const field = `hands[${seat}]`;
  if (!Array.isArray(cards)) throw bad(field, 'must be a list of cards');
  return cards.map((name: unknown) => {
    const card = typeof name === 'string' && name.length === 2 ? numberOf(name) : -1;
    if (card < 0) throw bad(field, 'must be cards like "AS", "TH"');
    return card;
  });
}

function numberOf(name: string): number {
  const [rank, suit] = [ranks.indexOf(name[0]!), suits.indexOf(name[1]!)];
  return rank < 0 || suit < 0 ? -1 : 8 * suit + rank;
}

const isTrump = (strain: number): strain is Trump => strain >= 0 && strain <= 4;

const nameOf = (card: number) => `${ranks[card & 7]}${suits[card >> 3]}`;

const bad = (field: string, why: string) =>
  new Refusal('bad-request', `${field}: ${why}.`, { field });
