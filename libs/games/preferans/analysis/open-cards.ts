import {
  cardNumber,
  fullDeck,
  isContract,
  strainOf,
  strains,
  type Card,
  type NamedContract,
  type State,
} from '@trellis/games/preferans/rules';
import { bitsOf } from '@trellis/games/preferans/computer';
import type { Position, Three, Trump } from '@trellis/games/preferans/solver';

/** A running deal, with everything in it. */
export type Deal = NonNullable<State['deal']>;

/** By place: 0 for the eldest hand, as the solver wants it. */
export const handsOf = ({ order, hands }: Deal): Three =>
  order.map((seat) => bitsOf(hands[seat]!)) as [number, number, number];

export const trumpOf = (contract: NamedContract): Trump =>
  isContract(contract) ? (strains.indexOf(strainOf(contract)) as Trump) : 4;

/** The play of a contract as it stands: before the first card, or before any other. */
export function positionOf(deal: Deal): Position {
  const { order, won, named, play } = deal;
  return {
    goal: named!.contract === 'M' ? 'misere' : 'game',
    trump: trumpOf(named!.contract),
    declarer: order.indexOf(won!.declarer),
    leader: play ? order.indexOf(play.leader) : 0,
    hands: handsOf(deal),
    played: play ? play.trick.map(cardNumber) : [],
  };
}

export const cardsOf = (numbers: readonly number[]): Card[] =>
  numbers.map((number) => fullDeck[number]!);
