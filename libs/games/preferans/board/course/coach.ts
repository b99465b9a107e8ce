import {
  cardNumber,
  fullDeck,
  isContract,
  levelOfContract,
  strainOf,
  strains,
  type Card,
  type State,
} from '@trellis/games/preferans/rules';
import { Solver, type Position, type Trump } from '@trellis/games/preferans/solver';

type Deal = NonNullable<State['deal']>;

const solver = new Solver();

const bitsOf = (cards: readonly Card[]) =>
  cards.reduce((bits, card) => bits | (1 << cardNumber(card)), 0);

/** The play of a contract as it stands, all hands open. */
function positionOf({ order, hands, won, named, play }: Deal): Position {
  const { contract } = named!;
  return {
    goal: contract === 'M' ? 'misere' : 'game',
    trump: (isContract(contract) ? strains.indexOf(strainOf(contract)) : 4) as Trump,
    declarer: order.indexOf(won!.declarer),
    leader: play ? order.indexOf(play.leader) : 0,
    hands: order.map((seat) => bitsOf(hands[seat]!)) as [number, number, number],
    played: play ? play.trick.map(cardNumber) : [],
  };
}

/** How many tricks the declarer still takes when everybody plays his best with all hands open. */
export const worthOf = (deal: Deal): number => solver.tricks(positionOf(deal));

/** Whether the declarer of a contract that is named makes it so. */
export function isMakeable(deal: Deal): boolean {
  const { contract } = deal.named!;
  return contract === 'M' ? worthOf(deal) === 0 : worthOf(deal) >= levelOfContract(contract);
}

/** What a card of whoever is to play gives away, in tricks, and the first card that gives nothing away. */
export function judged(deal: Deal, card: Card): { readonly lost: number; readonly best: Card } {
  const worths = solver.cards(positionOf(deal));
  const forDeclarer = playsForDeclarer(deal);
  const better = (one: number, other: number) => (forDeclarer ? one - other : other - one);
  const best = worths.reduce((found, each) =>
    better(each.tricks, found.tricks) > 0 ? each : found,
  );
  const chosen = worths.find((each) => each.card === cardNumber(card))!;
  return { lost: Math.abs(best.tricks - chosen.tricks), best: fullDeck[best.card]! };
}

/** The reply of those who play against the learner: always the same, and none better. */
export function replyIn(deal: Deal, legal: readonly Card[]): Card {
  return judged(deal, legal[0]!).best;
}

function playsForDeclarer({ order, won, play }: Deal): boolean {
  const turn = (order.indexOf(play!.leader) + play!.trick.length) % 3;
  return order[turn] === won!.declarer;
}
