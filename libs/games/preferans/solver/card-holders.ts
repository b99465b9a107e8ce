import { spread } from './suit-tables.js';

export type Three = readonly [number, number, number];

/** Who holds each card, seen from the lone player: 1 he, 2 the next, 3 the one before him. Two bits a card, sixteen cards a number. */
export function cardHolders(soloAt: number, hands: Three): [number, number] {
  let low = 0;
  let high = 0;
  for (let place = 0; place < 3; place++) {
    const holder = ((place - soloAt + 3) % 3) + 1;
    const hand = hands[place]!;
    low |= Math.imul(holder, spread[hand & 255]! | (spread[(hand >>> 8) & 255]! << 16));
    high |= Math.imul(holder, spread[(hand >>> 16) & 255]! | (spread[hand >>> 24]! << 16));
  }
  return [low, high];
}

/** A card that was played is with nobody: its bits are 2 × `card` and the next; outside 0 … 15 it is another number's card. */
export function withoutCard(code: number, card: number): number {
  return card >= 0 && card < 16 ? code & ~(3 << (2 * card)) : code;
}
