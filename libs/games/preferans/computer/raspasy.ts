import { cardNumber, type Card } from '@trellis/games/preferans/rules';
import { Payoffs } from './payoff.js';
import { playOut, type RaspasyPosition } from './raspasy-play.js';
import { sampleDeal, type DealtCards } from './sample-deals.js';
import { numbersIn, type Seen } from './seen.js';
import type { Strength } from './strength.js';

/**
 * A card in raspasy. There is no single right one: of deals that fit what was seen each is played out by rule
 * of thumb, at the end everybody's best for himself, and the card is played that settles best on the whole.
 */
export function chooseRaspasyCard(
  seen: Seen,
  legal: readonly Card[],
  strength: Strength,
  random: () => number,
): Card {
  if (legal.length === 1) return legal[0]!;
  const sums = [...raspasyByCard(seen, legal, strength, random).values()].map((settled) =>
    settled.reduce((sum, each) => sum + each, 0),
  );
  return legal[sums.indexOf(Math.max(...sums))]!;
}

/** By card number: what the card settles for this player on each of the deals drawn, in the same order. */
export function raspasyByCard(
  seen: Seen,
  legal: readonly Card[],
  strength: Strength,
  random: () => number,
): ReadonlyMap<number, readonly number[]> {
  const byCard = new Map<number, number[]>(legal.map((card) => [cardNumber(card), []]));
  const payoffs = Payoffs.of(seen);
  for (let deal = 0; deal < strength.raspasyDeals; deal++) {
    const cards = sampleDeal(seen, strength.candidates, random);
    for (const [card, settled] of byCard) {
      settled.push(settledAfter(seen, raspasyPosition(seen, cards), payoffs, strength, card));
    }
  }
  return byCard;
}

/** The mean settlement of this player when all play on. */
export function raspasyExpectation(seen: Seen, strength: Strength, random: () => number): number {
  const payoffs = Payoffs.of(seen);
  let sum = 0;
  for (let deal = 0; deal < strength.raspasyDeals; deal++) {
    const position = raspasyPosition(seen, sampleDeal(seen, strength.candidates, random));
    sum += settledAfter(seen, position, payoffs, strength);
  }
  return sum / strength.raspasyDeals;
}

/** The same for the deal `cards` if everybody passed now. */
export function settledByPassing(
  seen: Seen,
  cards: DealtCards,
  payoffs: Payoffs,
  strength: Strength,
): number {
  const position: RaspasyPosition = {
    hands: [...cards.hands],
    taken: [0, 0, 0, 0],
    leader: 0,
    trick: [],
    number: 0,
    talon: talonCards(seen, cards),
  };
  return settledAfter(seen, position, payoffs, strength);
}

/** Tricks by seat when everybody plays this deal of raspasy by rule of thumb from its first card. */
export function raspasyByThumb(seen: Seen, cards: DealtCards): readonly number[] {
  return tricksAfter(seen, raspasyPosition(seen, cards), 0);
}

function settledAfter(
  seen: Seen,
  position: RaspasyPosition,
  payoffs: Payoffs,
  strength: Strength,
  card?: number,
): number {
  const tricks = tricksAfter(seen, position, strength.raspasySearch, card);
  return payoffs.of({ type: 'raspasy', tricks })[seen.deal.order[seen.me]!]!;
}

function tricksAfter(
  { deal, conventions }: Seen,
  position: RaspasyPosition,
  searchFrom: number,
  card?: number,
): readonly number[] {
  const byPlace = playOut(position, conventions, searchFrom, card);
  const tricks = Array<number>(conventions.players).fill(0);
  deal.order.forEach((seat, place) => (tricks[seat] = byPlace[place]!));
  if (conventions.players === 4) tricks[deal.dealer] = byPlace[3]!;
  return tricks;
}

function raspasyPosition(seen: Seen, cards: DealtCards): RaspasyPosition {
  const { order, play, dealer } = seen.deal;
  const { tricks, taken, hand } = play!;
  const last = tricks.at(-1);
  const running = last && last.owner === undefined ? last : undefined;
  return {
    hands: [...cards.hands],
    taken: [
      ...order.map((seat) => taken[seat]!),
      seen.conventions.players === 4 ? taken[dealer]! : 0,
    ],
    leader: order.indexOf(running?.leader ?? hand),
    trick: running ? running.cards.map(cardNumber) : [],
    number: tricks.length - (running ? 1 : 0),
    talon: talonCards(seen, cards),
  };
}

/** The talon as it lies; what is still hidden, as the deal has it. */
function talonCards({ deal }: Seen, { away }: DealtCards): number[] {
  return [...deal.talon.map(cardNumber), ...numbersIn(away)];
}
