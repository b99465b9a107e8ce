import { countCards, type Goal, type Solver, type Trump } from './solver.js';

export interface TwelveCards {
  readonly goal: Goal;
  /** What may be played in, the cheapest first. Misère looks at no trump only. */
  readonly trumps: readonly Trump[];
  readonly declarer: number;
  readonly leader: number;
  /** The declarer's of twelve cards, the other two of ten. */
  readonly hands: readonly [number, number, number];
}

export interface Discard {
  /** Two card numbers, the lower first. */
  readonly discard: readonly [number, number];
  readonly trump: Trump;
  /** What the declarer takes after it, all hands open. */
  readonly tricks: number;
}

/**
 * The discard and the trump that give the declarer most tricks (in misère fewest) with all hands open.
 * Of equals the first trump, then the discard of the lowest cards.
 */
export function bestDiscard(solver: Solver, twelve: TwelveCards): Discard {
  const { goal, declarer, leader, hands } = twelve;
  const misere = goal === 'misere';
  const trumps: readonly Trump[] = misere ? [4] : twelve.trumps;
  const discards = discardsOf(hands[declarer]!, others(twelve));
  let best: Discard | undefined;
  for (const trump of trumps) {
    for (const discard of discards) {
      const left = hands[declarer]! & ~(1 << discard[0]) & ~(1 << discard[1]);
      const ten = hands.map((hand, seat) => (seat === declarer ? left : hand));
      const position = {
        goal,
        trump,
        declarer,
        leader,
        hands: ten as [number, number, number],
        played: [],
      };
      // Most discards are no better than the best so far, which is cheaper to ask than how good they are.
      if (best) {
        const better = misere
          ? best.tricks > 0 && !solver.takes(position, best.tricks)
          : solver.takes(position, best.tricks + 1);
        if (!better) continue;
      }
      best = { discard, trump, tricks: solver.tricks(position) };
    }
  }
  if (!best) throw new Error('There is nothing to discard from, or no trump to play in.');
  return best;
}

const others = ({ hands, declarer }: TwelveCards) =>
  hands.reduce((mask, hand, seat) => (seat === declarer ? mask : mask | hand), 0);

/** Pairs of the cards, one of those that are alike: between two cards of a run no other player has one. */
function discardsOf(hand: number, theirs: number): [number, number][] {
  const cards: number[] = [];
  for (let card = 0; card < 32; card++) if (hand & (1 << card)) cards.push(card);
  if (countCards(hand) !== 12) throw new Error('A discard is chosen from twelve cards.');
  const pairs: [number, number][] = [];
  const seen = new Set<string>();
  for (const [at, one] of cards.entries()) {
    for (const other of cards.slice(at + 1)) {
      const name = `${runOf(one, theirs)} ${runOf(other, theirs)}`;
      if (seen.has(name)) continue;
      seen.add(name);
      pairs.push([one, other]);
    }
  }
  return pairs;
}

/** The same for two cards of a suit between which no other player holds one. */
const runOf = (card: number, theirs: number) =>
  8 * (card & 24) + countCards(theirs & (0xff << (card & 24)) & ((1 << card) - 1));
