import type { Lang } from '@trellis/games/kit';
import {
  levelOf,
  strainOf,
  suitOf,
  type Bid,
  type Card,
  type Rank,
} from '@trellis/games/preferans/rules';
import { sayingWords } from './saying-words';

/** «дама пик» */
export function cardName(lang: Lang, card: Card): string {
  const { ranks, card: named } = sayingWords[lang];
  return named(ranks[card[0] as Rank], suitOf(card));
}

export const cardNames = (lang: Lang, cards: readonly Card[]): string =>
  cards.map((card) => cardName(lang, card)).join(', ');

/** "10 no trump", «мизер»: as it is spoken. */
export function bidName(lang: Lang, bid: Bid): string {
  const say = sayingWords[lang];
  if (bid === 'M') return say.misere;
  if (bid === 'MB') return say.misereNoTalon;
  if (bid === '9B') return say.nineNoTalon;
  return `${levelOf(bid)} ${say.strains[strainOf(bid)]}`;
}

/** Everything that is said in an auction. */
export function callName(lang: Lang, word: 'P' | '=' | Bid): string {
  if (word === 'P') return sayingWords[lang].pass;
  return word === '=' ? sayingWords[lang].hold : bidName(lang, word);
}
