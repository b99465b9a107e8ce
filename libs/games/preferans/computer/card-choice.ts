import {
  cardNumber,
  contractOutcome,
  fullDeck,
  type Card,
  type Outcome,
} from '@trellis/games/preferans/rules';
import type { Position, Solver } from '@trellis/games/preferans/solver';
import { Payoffs } from './payoff.js';
import { sampleDeal, type DealtCards } from './sample-deals.js';
import type { Seen } from './seen.js';
import type { Strength } from './strength.js';

/**
 * A card against or for a contract: of deals that fit what was seen each is solved with all hands open,
 * and the card is played whose tricks settle best on the whole.
 */
export function chooseCard(
  seen: Seen,
  legal: readonly Card[],
  strength: Strength,
  solver: Solver,
  random: () => number,
): Card {
  if (legal.length === 1) return legal[0]!;
  const sums = [...settledByCard(seen, legal, strength, solver, random)].map(
    ([card, settled]) => [card, settled.reduce((sum, each) => sum + each, 0)] as const,
  );
  // Of cards that are worth the same the lowest: it tells and costs least.
  const best = Math.max(...sums.map(([, sum]) => sum));
  const chosen = sums
    .filter(([, sum]) => sum > best - 1e-9)
    .sort(([one], [other]) => (one & 7) - (other & 7) || one - other)[0]!;
  return fullDeck[chosen[0]]!;
}

/** By card number: what the card settles for this player on each of the deals drawn, in the same order. */
export function settledByCard(
  seen: Seen,
  legal: readonly Card[],
  strength: Strength,
  solver: Solver,
  random: () => number,
): ReadonlyMap<number, readonly number[]> {
  const settled = payoffsByTricks(seen);
  const byCard = new Map<number, number[]>(legal.map((card) => [cardNumber(card), []]));
  const from = solver.nodes;
  for (let deal = 0; deal < strength.cardDeals; deal++) {
    if (deal > 0 && solver.nodes - from > strength.nodes) break;
    const position = positionOf(seen, sampleDeal(seen, strength.candidates, random));
    for (const { card, tricks } of solver.cards(position)) byCard.get(card)!.push(settled(tricks));
    if (isKnown(seen)) break;
  }
  return byCard;
}

/** What this player may hope for when all play on: the mean settlement of the deals that fit. */
export function expectation(
  seen: Seen,
  strength: Strength,
  solver: Solver,
  random: () => number,
): number {
  const settled = payoffsByTricks(seen);
  const from = solver.nodes;
  let sum = 0;
  let deals = 0;
  do {
    const position = positionOf(seen, sampleDeal(seen, strength.candidates, random));
    sum += settled(solver.tricks(position));
    deals++;
  } while (deals < strength.cardDeals && solver.nodes - from <= strength.nodes && !isKnown(seen));
  return sum / deals;
}

/** Nothing is hidden that could matter. */
const isKnown = ({ isOpen }: Seen) => isOpen.every((open) => open);

export function positionOf({ deal, declarer, trump }: Seen, { hands }: DealtCards): Position {
  const { tricks, hand } = deal.play!;
  const last = tricks.at(-1);
  const running = last && last.owner === undefined ? last : undefined;
  return {
    goal: deal.contract === 'M' ? 'misere' : 'game',
    trump,
    declarer: declarer!,
    leader: deal.order.indexOf(running?.leader ?? hand),
    hands,
    played: running ? running.cards.map(cardNumber) : [],
  };
}

/** This player's settlement when the declarer takes so many of the tricks that are left. */
function payoffsByTricks(seen: Seen): (tricks: number) => number {
  const { deal, declarer, me } = seen;
  const { taken } = deal.play!;
  const payoffs = Payoffs.of(seen);
  const seat = deal.order[me]!;
  const has = taken[deal.order[declarer!]!]!;
  const aim = deal.contract === 'M' ? -1 : 1;
  // Where the settlement does not care, tricks still do a little: plans go wrong.
  const leaning = 0.01 * aim * (me === declarer ? 1 : -1);
  const found: number[] = [];
  return (tricks) => {
    const mean = () => {
      const both = [0, 1].map((first) => payoffs.of(endOfPlay(seen, has + tricks, first))[seat]!);
      return (both[0]! + both[1]!) / 2 + leaning * tricks;
    };
    return (found[tricks] ??= mean());
  };
}

/** The deal with these tricks of the declarer; an odd trick of the defenders goes to the `odd` one of them. */
function endOfPlay({ deal, declarer, conventions }: Seen, tricks: number, odd: number): Outcome {
  const { order } = deal;
  const byPlace = [0, 0, 0].map((_, place) => deal.play!.taken[order[place]!]!);
  const [first, second] = [(declarer! + 1) % 3, (declarer! + 2) % 3];
  const left = 10 - tricks - byPlace[first]! - byPlace[second]!;
  byPlace[declarer!] = tricks;
  byPlace[first]! += odd === 0 ? Math.ceil(left / 2) : Math.floor(left / 2);
  byPlace[second]! += odd === 0 ? Math.floor(left / 2) : Math.ceil(left / 2);
  const bySeat = Array<number>(conventions.players).fill(0);
  order.forEach((seat, place) => (bySeat[seat] = byPlace[place]!));
  return playedOutcome(deal, bySeat);
}

/** What is written when the running deal comes to these tricks. */
export function playedOutcome(
  { won, contract, said, talon }: Seen['deal'],
  tricks: readonly number[],
): Outcome {
  const { declarer } = won!;
  const [one, other] = talon;
  return contractOutcome({
    declarer,
    contract: contract!,
    said,
    tricks,
    ...(one && other && { talon: [one, other] as const }),
  });
}
