import type { PreferansConventions } from '@trellis/games/preferans/rules';
import { numbersIn } from './seen.js';

/** A raspasy with all cards known. `playOut` uses it up. */
export interface RaspasyPosition {
  readonly hands: number[];
  /** By place; the fourth is the sitting dealer, for whom the talon plays. */
  readonly taken: number[];
  leader: number;
  /** Cards on the table, the leader's first. */
  readonly trick: number[];
  /** 0 … 9. */
  number: number;
  /** Turned up for the first two tricks, unless the talon stays closed. */
  readonly talon: readonly number[];
}

/** Tricks by place when `card` is played now, if given, and then everybody plays on. */
export function playOut(
  position: RaspasyPosition,
  conventions: PreferansConventions,
  searchFrom: number,
  card?: number,
): number[] {
  const table = new RaspasyTable(position, conventions);
  if (card !== undefined) table.play(card);
  while (position.number < 10) {
    const left = 10 - position.number;
    if (left <= searchFrom && position.number >= 2 && position.trick.length === 0) {
      const rest = everybodysBest(position.hands, position.leader, left);
      return position.taken.map((taken, place) => taken + (rest[place] ?? 0));
    }
    table.play(table.byThumb());
  }
  return position.taken;
}

class RaspasyTable {
  private readonly mode: 'suit' | 'dealer' | 'closed';
  private readonly eldestLeads: number;

  constructor(
    private readonly position: RaspasyPosition,
    { raspasyTalon, raspasyLeads, players }: PreferansConventions,
  ) {
    this.mode = raspasyTalon !== 'auto' ? raspasyTalon : players === 4 ? 'dealer' : 'suit';
    const usual = this.mode === 'dealer' ? 2 : 3;
    const agreed = { auto: usual, eldest3: 3, eldest2: 2, winner: 1 }[raspasyLeads];
    this.eldestLeads = this.mode === 'closed' ? 1 : agreed;
  }

  play(card: number): void {
    const { position } = this;
    const turn = (position.leader + position.trick.length) % 3;
    position.hands[turn]! &= ~(1 << card);
    position.trick.push(card);
    if (position.trick.length === 3) this.close();
  }

  private close(): void {
    const { position } = this;
    const best = this.winning();
    const at = position.trick.indexOf(best);
    const winner = at < 0 ? undefined : (position.leader + at) % 3;
    position.taken[winner ?? 3]!++;
    position.number++;
    position.leader = position.number < this.eldestLeads || winner === undefined ? 0 : winner;
    position.trick.length = 0;
  }

  /** The talon card that leads this trick. */
  private talonCard(): number | undefined {
    const { number, talon } = this.position;
    return number < 2 && this.mode !== 'closed' ? talon[number] : undefined;
  }

  /** The card that has the trick so far: a player's, or in dealer mode the talon's; -1 for none. */
  private winning(): number {
    const { trick } = this.position;
    const talon = this.talonCard();
    const led = talon ?? trick[0];
    if (led === undefined) return -1;
    let best = talon !== undefined && this.mode === 'dealer' ? talon : -1;
    for (const card of trick) if (card >> 3 === led >> 3 && card > best) best = card;
    return best;
  }

  /** Under the trick as high as possible; over it, if it must be, low while others follow and high at the end. */
  byThumb(): number {
    const { hands, leader, trick } = this.position;
    const turn = (leader + trick.length) % 3;
    const hand = hands[turn]!;
    const others = (hands[0]! | hands[1]! | hands[2]!) & ~hand;
    const led = this.talonCard() ?? trick[0];
    if (led === undefined) return safestLead(hand, others);
    const suit = hand & (0xff << (led & 24));
    if (suit === 0) return mostDangerous(hand, others);
    const best = this.winning();
    const under = best < 0 ? 0 : suit & ((1 << best) - 1);
    if (under !== 0) return 31 - Math.clz32(under);
    if (trick.length === 2) return 31 - Math.clz32(suit);
    return 31 - Math.clz32(suit & -suit);
  }
}

/** A low card of a suit in which others can and will take it. */
function safestLead(hand: number, others: number): number {
  let best = -1;
  let bestRisk = Infinity;
  for (const card of numbersIn(hand)) {
    const shift = card & 24;
    const theirs = (others >>> shift) & 255;
    const above = count(theirs >> ((card & 7) + 1));
    const below = count(theirs) - above;
    const risk = above === 0 ? 20 : below - 0.5 * above + 0.1 * (card & 7);
    if (risk < bestRisk) {
      best = card;
      bestRisk = risk;
    }
  }
  return best;
}

/** What will be made to take a trick some day: high, with few low cards beside it. */
function mostDangerous(hand: number, others: number): number {
  let best = -1;
  let bestRisk = -Infinity;
  for (const card of numbersIn(hand)) {
    const shift = card & 24;
    const lower = (1 << (card & 7)) - 1;
    const below = count((others >>> shift) & 255 & lower);
    const mineBelow = count((hand >>> shift) & 255 & lower);
    const risk = below - 1.2 * mineBelow + 0.05 * (card & 7);
    if (risk > bestRisk) {
      best = card;
      bestRisk = risk;
    }
  }
  return best;
}

/**
 * Tricks by place of the rest when each plays the card that gives himself fewest, and of those the one that
 * gives the others least evenly to the next: no trumps, no talon, a new trick begins.
 */
function everybodysBest(hands: readonly number[], leader: number, left: number): number[] {
  if (left === 0) return [0, 0, 0];
  return best(hands, leader, [], left);
}

function best(
  hands: readonly number[],
  leader: number,
  trick: readonly number[],
  left: number,
): number[] {
  if (trick.length === 3) {
    let winner = 0;
    for (const at of [1, 2]) {
      const card = trick[at]!;
      if (card >> 3 === trick[0]! >> 3 && card > trick[winner]!) winner = at;
    }
    const place = (leader + winner) % 3;
    const rest = everybodysBest(hands, place, left - 1);
    rest[place]!++;
    return rest;
  }
  const turn = (leader + trick.length) % 3;
  const hand = hands[turn]!;
  const suit = trick.length === 0 ? 0 : hand & (0xff << (trick[0]! & 24));
  const theirs = trick.reduce((mask, card) => mask | (1 << card), others(hands, turn));
  let found: number[] | undefined;
  let previous = -1;
  for (const card of numbersIn(suit || hand)) {
    // A card next to the one just tried does the same.
    const isAlike =
      previous >> 3 === card >> 3 && (theirs & between(previous, card)) === 0 && previous >= 0;
    previous = card;
    if (isAlike) continue;
    const left3 = hands.map((each, place) => (place === turn ? each & ~(1 << card) : each));
    const tricks = best(left3, leader, [...trick, card], left);
    if (!found || tricks[turn]! < found[turn]!) found = tricks;
  }
  return found!;
}

const others = (hands: readonly number[], turn: number) =>
  hands.reduce((mask, hand, place) => (place === turn ? mask : mask | hand), 0);

const between = (low: number, high: number) => ((1 << high) - 1) & ~((2 << low) - 1);

function count(byte: number): number {
  let bits = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
