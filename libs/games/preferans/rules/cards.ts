/** Rule 2.1: the pack, and cards written as in a record: rank, then suit ("TS" is the ten of spades). */

/** Low to high in bidding; in play only a trump is above the others. */
export const suits = ['S', 'C', 'D', 'H'] as const;
export type Suit = (typeof suits)[number];

/** What a contract is played in: a suit, or no trump. */
export const strains = [...suits, 'N'] as const;
export type Strain = (typeof strains)[number];

/** Low to high in every kind of deal. */
export const ranks = ['7', '8', '9', 'T', 'J', 'Q', 'K', 'A'] as const;
export type Rank = (typeof ranks)[number];

export type Card = `${Rank}${Suit}`;

/** The pack in the order that a shuffle's numbers 0 … 31 stand for: suit by suit, each low to high. */
export const fullDeck: readonly Card[] = suits.flatMap((suit) =>
  ranks.map((rank): Card => `${rank}${suit}`),
);

const numberOf = new Map<string, number>(fullDeck.map((card, number) => [card, number]));

export const isCard = (value: unknown): value is Card =>
  typeof value === 'string' && numberOf.has(value);

export const isSuit = (value: unknown): value is Suit => suits.some((suit) => suit === value);

export const suitOf = (card: Card): Suit => card[1] as Suit;

/** 0 for a seven … 7 for an ace. */
export const heightOf = (card: Card): number => numberOf.get(card)! & 7;

/** The card's place in `fullDeck`. */
export const cardNumber = (card: Card): number => numberOf.get(card)!;

/** "7SKH" → two cards; undefined when a piece of the text is not a card. */
export function cardsFromText(text: string): Card[] | undefined {
  const pieces: string[] = text.match(/../gs) ?? [];
  return text.length % 2 === 0 && pieces.every(isCard) ? pieces : undefined;
}
