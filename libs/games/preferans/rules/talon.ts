import {
  contracts,
  isContract,
  isMisere,
  isWithoutTalon,
  ladderStep,
  levelOfContract,
  type Bid,
  type NamedContract,
} from './bids.js';
import type { Card } from './cards.js';
import type { PreferansConventions } from './conventions/index.js';
import type { RefusalCode } from './refuse.js';

/** Rule 5.3: what the declarer may name after this bid. */
export function contractsAfter(bid: Bid): readonly NamedContract[] {
  if (isMisere(bid)) return ['M'];
  if (bid === '9B') return contracts.filter((contract) => levelOfContract(contract) === 9);
  return contracts.filter((contract) => ladderStep(contract) >= ladderStep(bid));
}

/** Why a declarer may not name this contract after this bid; undefined when he may. */
export function contractRefusal(bid: Bid, contract: NamedContract): RefusalCode | undefined {
  if (contractsAfter(bid).includes(contract)) return undefined;
  if (isMisere(bid)) return 'must-play-misere';
  if (!isContract(contract)) return 'misere-not-bid';
  return bid === '9B' ? 'must-play-nine' : 'below-winning-bid';
}

/** Rules 5.2 and 5.3: two of the twelve; nothing when the talon was not taken. */
export function discardRefusal(
  bid: Bid,
  hand: readonly Card[],
  discard: readonly Card[],
): RefusalCode | undefined {
  if (isWithoutTalon(bid)) return discard.length === 0 ? undefined : 'no-discard-without-talon';
  const [one, other] = discard;
  const two = discard.length === 2 && one !== other && discard.every((card) => hand.includes(card));
  return two ? undefined : 'not-a-discard';
}

/** Rule 5.4. */
export function concessionRefusal(
  bid: Bid,
  { concede }: Pick<PreferansConventions, 'concede'>,
): RefusalCode | undefined {
  if (isMisere(bid)) return 'misere-cannot-be-conceded';
  return concede === 0 ? 'concede-off' : undefined;
}

/** Every pair of the twelve, in the order held; one empty discard without the talon. */
export function discardsFrom(bid: Bid, hand: readonly Card[]): readonly (readonly Card[])[] {
  if (isWithoutTalon(bid)) return [[]];
  const pairs: Card[][] = [];
  for (let one = 0; one < hand.length; one++) {
    for (let other = one + 1; other < hand.length; other++) pairs.push([hand[one]!, hand[other]!]);
  }
  return pairs;
}
