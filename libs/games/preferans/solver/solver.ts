import type { Three } from './card-holders.js';
import { newSearch, type Search } from './search.js';

/** 0 spades, 1 clubs, 2 diamonds, 3 hearts; 4 no trump. */
export type Trump = 0 | 1 | 2 | 3 | 4;
/** `misere`: the declarer avoids tricks, the other two give him as many as they can. */
export type Goal = 'game' | 'misere';

/**
 * Anywhere in the play of a deal, all hands open. A hand is a number of 32 bits; bit 8 × suit + rank is
 * a card, in the order of the whole pack. Seats are 0, 1, 2 clockwise.
 */
export interface Position {
  readonly goal: Goal;
  /** Of a game; misère has none. */
  readonly trump: Trump;
  readonly declarer: number;
  /** Who led, or is to lead, to the trick. */
  readonly leader: number;
  /** Without the cards on the table; all equally many when those are put back. */
  readonly hands: Three;
  /** The cards on the table, the leader's first; fewer than three. */
  readonly played: readonly number[];
}

/** The worth of a card number, in tricks the declarer takes from this trick on. */
export interface CardWorth {
  readonly card: number;
  readonly tricks: number;
}

/**
 * Solves positions exactly. Keeps what it found, so that positions alike are solved faster one after
 * another; what it answers does not depend on that.
 */
export class Solver {
  private readonly searches = new Map<string, Search>();

  /** Tricks the declarer takes from this trick on, when all three play their best. */
  tricks(position: Position): number {
    return this.solve(arranged(position), firstGuess(position));
  }

  /** Whether the declarer takes at least `need` tricks from this trick on: cheaper than how many. */
  takes(position: Position, need: number): boolean {
    return this.atLeast(arranged(position), need);
  }

  /** The worth of every card that the player to move may play, from the lowest bit up. */
  cards(position: Position): CardWorth[] {
    const now = arranged(position);
    const turn = now.played.length;
    const legal = legalCards(now.hands[turn]!, now.played[0], now.hasTrump);
    let others = now.played.reduce((mask, card) => mask | (1 << card), 0);
    now.hands.forEach((hand, at) => {
      if (at !== turn) others |= hand;
    });

    const worths: CardWorth[] = [];
    let guess = firstGuess(position);
    let tricks: number | undefined;
    for (let card = 0; card < 32; card++) {
      // Cards of a hand with nobody else's between them are one card.
      if ((card & 7) === 0 || others & (1 << card)) tricks = undefined;
      if (!(legal & (1 << card))) continue;
      if (tricks === undefined) {
        const { next, taken } = playing(now, card);
        tricks = taken + this.solve(next, guess - taken);
        guess = tricks;
      }
      worths.push({ card: withTrumpOnTop(card, position), tricks });
    }
    return worths.sort((one, other) => one.card - other.card);
  }

  /** A measure of work that no clock disturbs. */
  get nodes(): number {
    let sum = 0;
    for (const search of this.searches.values()) sum += search.nodes;
    return sum;
  }

  /** Forgets what was found; the answers stay the same. */
  clear(): void {
    for (const search of this.searches.values()) search.clear();
  }

  private solve(position: Arranged, guess: number): number {
    let low = 0;
    let high = position.tricks;
    let need = guess;
    while (low < high) {
      need = Math.min(Math.max(need, low + 1), high);
      if (this.atLeast(position, need)) {
        low = need;
        need++;
      } else {
        high = need - 1;
        need--;
      }
    }
    return low;
  }

  private atLeast({ goal, hasTrump, tricks, soloAt, hands, played }: Arranged, need: number) {
    const name = hasTrump ? 'trump' : goal;
    let search = this.searches.get(name);
    if (!search) this.searches.set(name, (search = newSearch(goal, hasTrump)));
    const [first, then] = played;
    if (first === undefined) return search.lead(need, tricks, soloAt, hands);
    if (then === undefined) return search.second(need, tricks, soloAt, hands, first);
    return search.third(need, tricks, soloAt, hands, first, then);
  }
}

const firstGuess = ({ goal, hands }: Position) =>
  goal === 'misere' ? 1 : Math.ceil(0.6 * Math.max(...hands.map(countCards)));

/** A position as `Search` wants it: hands in the order of playing to the trick, trumps on top. */
interface Arranged {
  readonly goal: Goal;
  readonly hasTrump: boolean;
  readonly tricks: number;
  readonly soloAt: number;
  readonly hands: Three;
  readonly played: readonly number[];
}

function arranged(position: Position): Arranged {
  const { goal, declarer, leader, hands, played } = position;
  const [first, second, third] = [0, 1, 2].map((at) =>
    handWithTrumpOnTop(hands[(leader + at) % 3]!, position),
  ) as [number, number, number];
  return {
    goal,
    hasTrump: goal === 'game' && position.trump !== 4,
    // Who plays last to the trick has not played yet.
    tricks: countCards(third),
    soloAt: (declarer - leader + 3) % 3,
    hands: [first, second, third],
    played: played.map((card) => withTrumpOnTop(card, position)),
  };
}

function playing(position: Arranged, card: number): { next: Arranged; taken: number } {
  const { hands, soloAt, tricks } = position;
  const played = [...position.played, card];
  const left = hands.map((hand, at) => (at === played.length - 1 ? hand & ~(1 << card) : hand));
  const [first, second, third] = left as [number, number, number];
  if (played.length < 3) {
    return { next: { ...position, hands: [first, second, third], played }, taken: 0 };
  }
  const winner = winningPlace(played, position.hasTrump);
  const next: Arranged = {
    ...position,
    tricks: tricks - 1,
    soloAt: (soloAt - winner + 3) % 3,
    hands: [left[winner]!, left[(winner + 1) % 3]!, left[(winner + 2) % 3]!],
    played: [],
  };
  return { next, taken: winner === soloAt ? 1 : 0 };
}

function winningPlace(played: readonly number[], hasTrump: boolean): number {
  let best = 0;
  for (let at = 1; at < played.length; at++) {
    const card = played[at]!;
    const over = played[best]!;
    if (card >> 3 === over >> 3 ? card > over : hasTrump && card >= 24) best = at;
  }
  return best;
}

function legalCards(hand: number, led: number | undefined, hasTrump: boolean): number {
  if (led === undefined) return hand;
  const following = hand & (0xff << (led & 24));
  if (following !== 0) return following;
  const trumps = hasTrump ? hand & (0xff << 24) : 0;
  return trumps !== 0 ? trumps : hand;
}

/** The trump suit and hearts change places. Done twice, nothing has changed. */
function withTrumpOnTop(card: number, { goal, trump }: Position): number {
  if (goal === 'misere' || trump >= 3) return card;
  const suit = card >> 3;
  if (suit === trump) return card + 8 * (3 - trump);
  return suit === 3 ? card - 8 * (3 - trump) : card;
}

function handWithTrumpOnTop(hand: number, { goal, trump }: Position): number {
  if (goal === 'misere' || trump >= 3) return hand;
  const shift = 8 * trump;
  const byte = (hand >>> shift) & 255;
  return (hand & ~(0xff << shift) & 0xffffff) | ((hand >>> 24) << shift) | (byte << 24);
}

export function countCards(hand: number): number {
  let cards = 0;
  for (let rest = hand; rest !== 0; rest &= rest - 1) cards++;
  return cards;
}
