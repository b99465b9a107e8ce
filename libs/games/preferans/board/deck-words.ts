import type { DeckWords, Lang } from '@trellis/games/kit';
import {
  dealCards,
  fullDeck,
  type Card,
  type Rank,
  type Suit,
} from '@trellis/games/preferans/rules';

const marks: Readonly<Record<Suit, string>> = { S: '♠', C: '♣', D: '♦', H: '♥' };
const russian: Partial<Record<Rank, string>> = { J: 'В', Q: 'Д', K: 'К', A: 'Т' };

/** Where each card of the shuffled pack goes, whoever deals: found by dealing it. */
const dealt = dealCards(fullDeck, 3, 0);
const placesOf = (cards: readonly Card[]) => cards.map((card) => fullDeck.indexOf(card));
const [eldest, second, youngest] = dealt.order.map((seat) => placesOf(dealt.hands[seat]!));

export const deckWords: DeckWords = {
  length: fullDeck.length,
  hands: [
    { name: { en: 'Eldest', ru: 'Первая рука', es: 'Mano' }, places: eldest! },
    { name: { en: 'Second', ru: 'Вторая рука', es: 'Segunda' }, places: second! },
    { name: { en: 'Youngest', ru: 'Третья рука', es: 'Tercera' }, places: youngest! },
    { name: { en: 'Talon', ru: 'Прикуп', es: 'Talón' }, places: placesOf(dealt.talon) },
  ],
  card: (thing, lang) => shortName(fullDeck[thing]!, lang),
};

function shortName(card: Card, lang: Lang): string {
  const rank = card[0] as Rank;
  const shown = rank === 'T' ? '10' : (lang === 'ru' && russian[rank]) || rank;
  return `${shown}${marks[card[1] as Suit]}`;
}
