import type { Seat } from '@trellis/games/kit';
import {
  contractsAfter,
  fullDeck,
  preferans,
  type Action,
  type State,
} from '@trellis/games/preferans/rules';

/** Any legal action; the auction rather passes than bids high, so that every kind of deal is played. */
export function someAction(
  state: State,
  seat: Seat,
  random: () => number,
  /** How often the deal is offered instead of a card: the club takes a second to look at each offer. */
  offering = 0,
): Action {
  const any = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
  const legal = preferans.legalActions(state, seat);
  const [first] = legal;
  if (first?.kind === 'call') return random() < 0.6 ? first : any(legal.slice(0, 8));
  const { deal } = state;
  if (deal?.play && !deal.play.offer && random() < offering) return anOffer(state, seat, random);
  const action = any(legal);
  if (action.kind !== 'contract') return action;
  return { ...action, contract: any(contractsAfter(deal!.won!.bid).slice(0, 6)) };
}

/** Something that the seat may not do, or could not do without a card it has not. */
export function someProbe(random: () => number): unknown {
  const card = fullDeck[Math.floor(random() * fullDeck.length)]!;
  const other = fullDeck[Math.floor(random() * fullDeck.length)]!;
  return random() < 0.5
    ? { kind: 'play', card }
    : { kind: 'contract', contract: '6S', discard: [card, other] };
}

/** The table's split so far with the rest at random; the rules may refuse it, then a card is played. */
function anOffer({ deal, ...state }: State, seat: Seat, random: () => number): Action {
  const tricks = [...deal!.play!.taken];
  for (let left = 10 - tricks.reduce((sum, each) => sum + each, 0); left > 0; left--)
    tricks[deal!.order[Math.floor(random() * 3)]!]!++;
  const offer: Action = { kind: 'offer', tricks };
  try {
    return preferans.admits!({ ...state, deal }, seat, offer);
  } catch {
    return preferans.legalActions({ ...state, deal }, seat)[0]!;
  }
}
