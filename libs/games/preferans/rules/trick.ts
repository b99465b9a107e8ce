import { heightOf, suitOf, type Card, type Strain, type Suit } from './cards.js';
import type { RefusalCode } from './refuse.js';

/** Rule 7.2: the cards of a hand that may be played. `led` is null for the leader of the trick. */
export function legalCards(
  hand: readonly Card[],
  led: Suit | null,
  trump: Strain,
): readonly Card[] {
  if (led === null) return hand;
  const following = hand.filter((card) => suitOf(card) === led);
  if (following.length > 0) return following;
  const trumps = trump === 'N' ? [] : hand.filter((card) => suitOf(card) === trump);
  return trumps.length > 0 ? trumps : hand;
}

/** Why this card may not be played; undefined when it may. */
export function cardRefusal(
  hand: readonly Card[],
  led: Suit | null,
  trump: Strain,
  card: Card,
): RefusalCode | undefined {
  if (!hand.includes(card)) return 'not-in-hand';
  if (legalCards(hand, led, trump).includes(card)) return undefined;
  return hand.some((each) => suitOf(each) === led) ? 'must-follow-suit' : 'must-trump';
}

/**
 * Which of the cards wins (an index): the highest trump, otherwise the highest card of the led suit;
 * -1 when none is of either.
 */
export function winningCard(cards: readonly Card[], led: Suit, trump: Strain): number {
  let best = -1;
  for (let at = 0; at < cards.length; at++) {
    const card = cards[at]!;
    const suit = suitOf(card);
    if (suit !== trump && suit !== led) continue;
    if (best < 0 || beats(card, cards[best]!, trump)) best = at;
  }
  return best;
}

/** Of two cards that are each a trump or of the led suit. */
function beats(card: Card, other: Card, trump: Strain): boolean {
  if (suitOf(card) === suitOf(other)) return heightOf(card) > heightOf(other);
  return suitOf(card) === trump;
}
