import type { Lang } from '@trellis/games/kit';
import {
  isContract,
  levelOfContract,
  strainOf,
  type Card,
  type NamedContract,
  type Strain,
} from '@trellis/games/preferans/rules';
import { messages } from '../messages/messages';

/** As letters, not as pictures of them. */
const signs: Readonly<Record<Strain, string>> = {
  S: '♠\uFE0E',
  C: '♣\uFE0E',
  D: '♦\uFE0E',
  H: '♥\uFE0E',
  N: '',
};

/** "K♠", "10♥" */
export const shortCard = (card: Card): string =>
  `${card[0] === 'T' ? '10' : card[0]}${signs[card[1] as Strain]}`;

export const shortCards = (cards: readonly Card[]): string => cards.map(shortCard).join(' ');

/** "7♠", "8 NT", "misère" */
export function shortContract(lang: Lang, contract: NamedContract): string {
  const say = messages[lang];
  if (!isContract(contract)) return say.misere;
  const level = levelOfContract(contract);
  const strain = strainOf(contract);
  return strain === 'N' ? `${level} ${say.noTrump}` : `${level}${signs[strain]}`;
}
