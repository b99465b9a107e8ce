import type { Seat } from '@trellis/games/kit';
import { readAction, type Action } from './action.js';
import { wordRefusal } from './auction.js';
import { phaseOf, trumpOf, whistTableOf, type Deal } from './deal.js';
import { offerRefusal, offerWaitsFor } from './offers.js';
import {
  areHandsOpen,
  handToPlay,
  isPlayed,
  playableCards,
  playerOf,
  suitToFollow,
  type PlayedDeal,
} from './play.js';
import { refuse, type RefusalCode } from './refuse.js';
import { isStopAgreed, seatsToAct, type State } from './state.js';
import { concessionRefusal, contractRefusal, discardRefusal } from './talon.js';
import { cardRefusal } from './trick.js';
import { whistRefusal } from './whist.js';
import { defendersOf } from './seats.js';

/** The action that arrived, if the rules allow it now; otherwise refuses with the reason and the rule. */
export function admits(state: State, seat: Seat, arrived: unknown): Action {
  const action = readAction(arrived);
  const code = refusalOf(state, seat, action);
  if (code) throw refuse(code);
  return action;
}

function refusalOf(state: State, seat: Seat, action: Action): RefusalCode | undefined {
  if (state.end) return 'game-over';
  if (!isSeat(seat, state)) return 'not-your-turn';
  if (action.kind === 'propose-stop' || action.kind === 'answer-stop') {
    return stopRefusal(state, seat, action);
  }
  const { deal } = state;
  if (!deal) return 'wrong-phase';
  if (isPlayed(deal)) return refusalInPlay(state, deal, seat, action);
  return refusalBeforePlay(state, deal, seat, action);
}

const isSeat = (seat: Seat, { conventions }: State) =>
  Number.isInteger(seat) && seat >= 0 && seat < conventions.players;

function refusalBeforePlay(
  state: State,
  deal: Deal,
  seat: Seat,
  action: Action,
): RefusalCode | undefined {
  const { conventions } = state;
  const phase = phaseOf(deal, conventions);
  const asked = {
    auction: 'call',
    contract: 'contract',
    whist: 'declare',
    choose: 'declare',
    play: 'play',
  };
  const fits = action.kind === asked[phase] || (phase === 'contract' && action.kind === 'concede');
  if (!fits) return 'wrong-phase';
  if (!seatsToAct(state).includes(seat)) return 'not-your-turn';
  switch (action.kind) {
    case 'call': {
      const { order, minLevel, auction } = deal;
      return wordRefusal({ order, minLevel, conventions }, auction, action.word);
    }
    case 'contract': {
      const { bid } = deal.won!;
      return (
        contractRefusal(bid, action.contract) ??
        discardRefusal(bid, deal.hands[seat]!, action.discard)
      );
    }
    case 'concede':
      return concessionRefusal(deal.won!.bid, conventions);
    case 'declare':
      return whistRefusal(whistTableOf(deal, conventions), deal.said, seat, action.word);
    default:
      return 'wrong-phase';
  }
}

function refusalInPlay(
  state: State,
  deal: PlayedDeal,
  seat: Seat,
  action: Action,
): RefusalCode | undefined {
  const { conventions } = state;
  const { offer } = deal.play;
  switch (action.kind) {
    case 'offer':
      return offerRefusal(deal, seat, action.tricks, conventions);
    case 'answer':
      if (!offer) return 'no-offer';
      return offerWaitsFor(deal, conventions).includes(seat) ? undefined : 'not-your-turn';
    case 'play': {
      const hand = handToPlay(deal);
      if (playerOf(deal, hand, conventions) !== seat) return 'not-your-turn';
      if (offer && offer.by !== seat) return 'offer-pending';
      if (playableCards(deal, conventions).includes(action.card)) return undefined;
      return cardRefusal(
        deal.hands[hand]!,
        suitToFollow(deal, conventions),
        trumpOf(deal),
        action.card,
      );
    }
    case 'hand-over':
      return offer ? 'offer-pending' : handOverRefusal(state, deal, seat);
    default:
      return 'wrong-phase';
  }
}

/** Rule 8.2. */
function handOverRefusal(
  { conventions }: State,
  deal: PlayedDeal,
  seat: Seat,
): RefusalCode | undefined {
  if (deal.named?.contract !== 'M') return 'wrong-phase';
  if (conventions.misereControl !== 'handOver') return 'hand-over-off';
  if (!defendersOf(deal.order, deal.won!.declarer).includes(seat)) return 'not-your-turn';
  if (!areHandsOpen(deal, conventions)) return 'hands-not-open';
  return deal.play.handedOver === undefined ? undefined : 'already-handed-over';
}

/** Rule 14.2: any seated player, also a sitting dealer, at any time of the game. */
function stopRefusal(
  state: State,
  seat: Seat,
  { kind }: Extract<Action, { kind: 'propose-stop' | 'answer-stop' }>,
): RefusalCode | undefined {
  const { stop } = state;
  if (isStopAgreed(state)) return 'already-stopping';
  if (kind === 'propose-stop') return stop ? 'stop-pending' : undefined;
  const asked = stop && stop.by !== seat && !stop.yes.includes(seat);
  return asked ? undefined : 'no-stop-proposal';
}
