import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '@trellis/games/kit';
import { Solver, type Goal, type Position, type Trump } from './index.js';

/** Plain and slow, and nothing of the solver in it: cards are objects, every legal card is tried. */
interface Plain {
  readonly suit: number;
  readonly rank: number;
}
type Hands = readonly (readonly Plain[])[];

const plainOf = (card: number): Plain => ({ suit: card >> 3, rank: card % 8 });

function exhaustive(
  goal: Goal,
  trump: number,
  declarer: number,
  leader: number,
  hands: Hands,
  trick: readonly Plain[],
): number {
  if (trick.length === 3) {
    let best = 0;
    for (const at of [1, 2]) {
      const [card, over] = [trick[at]!, trick[best]!];
      if (card.suit === over.suit ? card.rank > over.rank : card.suit === trump) best = at;
    }
    const winner = (leader + best) % 3;
    const taken = winner === declarer ? 1 : 0;
    return taken + exhaustive(goal, trump, declarer, winner, hands, []);
  }
  const seat = (leader + trick.length) % 3;
  if (hands[seat]!.length === 0) return 0;
  const values = playable(hands[seat]!, trick[0], trump).map((card) =>
    exhaustive(goal, trump, declarer, leader, without(hands, seat, card), [...trick, card]),
  );
  return (seat === declarer) === (goal === 'game') ? Math.max(...values) : Math.min(...values);
}

function playable(hand: readonly Plain[], led: Plain | undefined, trump: number): readonly Plain[] {
  if (!led) return hand;
  const follow = hand.filter(({ suit }) => suit === led.suit);
  const trumps = hand.filter(({ suit }) => suit === trump);
  return follow.length ? follow : trumps.length ? trumps : hand;
}

const without = (hands: Hands, seat: number, card: Plain) =>
  hands.map((hand, at) => (at === seat ? hand.filter((each) => each !== card) : hand));

const bits = (cards: readonly number[]) => cards.reduce((mask, card) => mask | (1 << card), 0);

test(
  'every card of 2,400 random endings is worth what trying everything says',
  { timeout: 120_000 },
  () => {
    const random = seededRandom(20_251);
    const upTo = (n: number) => Math.floor(random() * n);
    const solver = new Solver();
    for (let round = 0; round < 2400; round++) {
      const goal: Goal = round % 3 === 0 ? 'misere' : 'game';
      const trump = goal === 'misere' ? 4 : ((round % 5) as Trump);
      const size = 1 + (round % 5);
      const [declarer, leader] = [upTo(3), upTo(3)];
      // Few suits make long ones, where ranks and trumps matter; all four make voids.
      const suits = 2 + upTo(3);
      const cards = shuffle(32, random).filter((card) => card >> 3 < suits || card >> 3 === trump);
      const hands = [0, 1, 2].map((seat) => cards.slice(seat * size, (seat + 1) * size));
      const plain = new Map(cards.map((card) => [card, plainOf(card)]));
      const played: number[] = [];
      for (let turn = upTo(3); turn > 0; turn--) {
        const seat = (leader + played.length) % 3;
        const hand = hands[seat]!.map((card) => plain.get(card)!);
        const led = played[0] === undefined ? undefined : plain.get(played[0]);
        const may = playable(hand, led, trump);
        const pick = may[upTo(may.length)]!;
        const card = hands[seat]!.find((each) => plain.get(each) === pick)!;
        hands[seat] = hands[seat]!.filter((each) => each !== card);
        played.push(card);
      }
      const position: Position = {
        goal,
        trump,
        declarer,
        leader,
        hands: hands.map(bits) as [number, number, number],
        played,
      };

      const seat = (leader + played.length) % 3;
      const objects = hands.map((hand) => hand.map((card) => plain.get(card)!));
      const trick = played.map((card) => plain.get(card)!);
      const expected = playable(objects[seat]!, trick[0], trump).map((card) => ({
        card: card.suit * 8 + card.rank,
        tricks: exhaustive(goal, trump, declarer, leader, without(objects, seat, card), [
          ...trick,
          card,
        ]),
      }));
      expected.sort((one, other) => one.card - other.card);
      expect(solver.cards(position), JSON.stringify(position)).toEqual(expected);
      const all = expected.map(({ tricks }) => tricks);
      const best = (seat === declarer) === (goal === 'game') ? Math.max(...all) : Math.min(...all);
      expect(solver.tricks(position)).toBe(best);
    }
  },
);
