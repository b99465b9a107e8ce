import type { Three } from '@trellis/games/preferans/solver';
import type { DealtCards } from './sample-deals.js';
import { numbersIn, suitBits, type Seen } from './seen.js';

/** The place of `Seen.away` among the three hands. */
const awaySlot = 3;

/**
 * Every way the hidden cards may lie by what was seen: suits shown to be missing, the talon that all saw. One deal when
 * nothing is hidden.
 */
export function* everyDeal(seen: Seen): Generator<DealtCards> {
  const cards = numbersIn(seen.unseen);
  const room = [0, 1, 2].map((place) => (seen.isOpen[place] ? 0 : seen.sizes[place]!));
  room.push(seen.away);
  const slots = [...seen.hands, 0];
  yield* place(0);

  function* place(at: number): Generator<DealtCards> {
    const card = cards[at];
    if (card === undefined) {
      const [first, second, third, away] = slots as [number, number, number, number];
      const hands: Three = [first, second, third];
      yield { hands, away };
      return;
    }
    const bit = 1 << card;
    for (let slot = 0; slot <= awaySlot; slot++) {
      if (room[slot] === 0 || !mayLie(card, slot)) continue;
      room[slot]!--;
      slots[slot]! |= bit;
      yield* place(at + 1);
      slots[slot]! &= ~bit;
      room[slot]!++;
    }
  }

  function mayLie(card: number, slot: number): boolean {
    if (slot === awaySlot) return true;
    if (seen.lacks[slot]! & suitBits(card)) return false;
    return (seen.shownTalon & (1 << card)) === 0 || slot === seen.declarer;
  }
}
