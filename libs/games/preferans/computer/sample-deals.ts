import type { Three } from '@trellis/games/preferans/solver';
import { likelihood } from './likelihood.js';
import { numbersIn, suitBits, type Seen } from './seen.js';

/** One way the cards may lie. */
export interface DealtCards {
  readonly hands: Three;
  /** Unseen cards in nobody's hand: a hidden talon or another's discard. */
  readonly away: number;
}

/** The place of `Seen.away` among the three hands. */
const awaySlot = 3;

/**
 * Draws a deal that fits everything seen. Of `candidates` drawn alike one is taken by how well it explains
 * what was said; with 1 only the cards count.
 */
export function sampleDeal(seen: Seen, candidates: number, random: () => number): DealtCards {
  if (candidates === 1) return drawDeal(seen, random);
  const drawn: DealtCards[] = [];
  const weights: number[] = [];
  for (let candidate = 0; candidate < candidates; candidate++) {
    const deal = drawDeal(seen, random);
    drawn.push(deal);
    weights.push(likelihood(seen, deal) + 1e-9);
  }
  let left = random() * weights.reduce((sum, each) => sum + each, 0);
  const chosen = weights.findIndex((weight) => (left -= weight) < 0);
  return drawn[chosen] ?? drawn.at(-1)!;
}

export function drawDeal(seen: Seen, random: () => number): DealtCards {
  const cards = shuffled(numbersIn(seen.unseen), random);
  const options = new Map(cards.map((card) => [card, slotsOf(seen, card)]));
  // Whoever can go to few places goes first; the sort keeps the shuffle among equals.
  cards.sort((one, other) => options.get(one)!.length - options.get(other)!.length);
  const room = [0, 1, 2].map((place) => (seen.isOpen[place] ? 0 : seen.sizes[place]!));
  room.push(seen.away);
  const slots = [seen.hands[0], seen.hands[1], seen.hands[2], 0];
  if (!place(cards, 0, options, room, slots, random)) {
    throw new Error('No deal fits what was seen.');
  }
  return { hands: [slots[0]!, slots[1]!, slots[2]!], away: slots[awaySlot]! };
}

/** Puts the cards from `from` on into slots with room, each slot as likely as it has room; steps back when stuck. */
function place(
  cards: readonly number[],
  from: number,
  options: ReadonlyMap<number, readonly number[]>,
  room: number[],
  slots: number[],
  random: () => number,
): boolean {
  const card = cards[from];
  if (card === undefined) return true;
  const open = options.get(card)!.filter((slot) => room[slot]! > 0);
  while (open.length > 0) {
    let left = random() * open.reduce((sum, slot) => sum + room[slot]!, 0);
    let pick = open.findIndex((slot) => (left -= room[slot]!) < 0);
    if (pick < 0) pick = open.length - 1;
    const [slot] = open.splice(pick, 1);
    room[slot!]!--;
    slots[slot!]! |= 1 << card;
    if (place(cards, from + 1, options, room, slots, random)) return true;
    room[slot!]!++;
    slots[slot!]! &= ~(1 << card);
  }
  return false;
}

function slotsOf({ isOpen, lacks, shownTalon, declarer }: Seen, card: number): number[] {
  const bit = 1 << card;
  const slots = [0, 1, 2].filter((place) => {
    if (isOpen[place] || lacks[place]! & suitBits(card)) return false;
    return (shownTalon & bit) === 0 || place === declarer;
  });
  return [...slots, awaySlot];
}

function shuffled(cards: number[], random: () => number): number[] {
  for (let at = cards.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [cards[at], cards[other]] = [cards[other]!, cards[at]!];
  }
  return cards;
}
