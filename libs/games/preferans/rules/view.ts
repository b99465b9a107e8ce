import type { Seat, Viewer } from '@trellis/games/kit';
import type { Action } from './action.js';
import type { Call } from './auction.js';
import { isWithoutTalon, type NamedContract } from './bids.js';
import { cardsFromText, type Card } from './cards.js';
import type { PreferansConventions } from './conventions/index.js';
import { dealCards, phaseOf, type Deal, type Offer, type Phase } from './deal.js';
import {
  areHandsOpen,
  handToPlay,
  isPlayed,
  isRaspasy,
  openTalon,
  tricksOf,
  type PlayedTrick,
} from './play.js';
import type { Outcome } from './outcome.js';
import { nextDeal } from './pool.js';
import type { Entry, ScoreSheet } from './score-sheet.js';
import { defendersOf, type ActiveSeats } from './seats.js';
import { settle } from './settlement.js';
import { seatsToAct, type End, type State, type StopProposal } from './state.js';
import { contractsAfter } from './talon.js';
import type { Said } from './whist.js';

/** Rule 16: what one viewer may know. Everything in it is named here; nothing is taken out of a state. */
export interface View {
  readonly conventions: PreferansConventions;
  readonly phase: 'draw' | 'shuffle' | Phase | 'over';
  readonly toAct: readonly Seat[];
  /** Absent until the first dealer is drawn. */
  readonly score?: {
    readonly sheet: ScoreSheet;
    /** Running totals in whole whists. */
    readonly totals: readonly number[];
    readonly firstDealer: Seat;
    /** How many deals were written; what each came to is the game's `past`. */
    readonly written: number;
    readonly next: ReturnType<typeof nextDeal>;
  };
  readonly deal?: DealView;
  /** The deal before, open to all. */
  readonly last?: LastDealView;
  readonly stop?: StopProposal;
  readonly end?: End;
}

export interface DealView {
  readonly no: number;
  readonly dealer: Seat;
  readonly order: ActiveSeats;
  readonly minLevel: number;
  readonly auction: readonly Call[];
  readonly won?: Deal['won'];
  /** What the declarer may name, while he does. */
  readonly contracts?: readonly NamedContract[];
  readonly contract?: NamedContract;
  readonly said: readonly Said[];
  /** The talon cards that lie open. */
  readonly talon: readonly Card[];
  /** By seat; null for a hand this viewer does not see. */
  readonly hands: readonly (readonly Card[] | null)[];
  readonly handSizes: readonly number[];
  /** Only for the declarer. */
  readonly discard?: readonly Card[];
  readonly play?: {
    readonly tricks: readonly PlayedTrick[];
    readonly taken: readonly number[];
    /** Whose hand the next card comes from. */
    readonly hand: Seat;
    readonly handsOpen: boolean;
    readonly handedOver?: Seat;
    readonly offer?: Offer;
    readonly offers: readonly Offer[];
  };
}

/** A deal that is over, with nothing hidden. */
export interface LastDealView {
  readonly no: number;
  readonly dealer: Seat;
  readonly order: ActiveSeats;
  readonly auction: readonly Call[];
  readonly won?: Deal['won'];
  readonly contract?: NamedContract;
  readonly said: readonly Said[];
  readonly talon: readonly Card[];
  /** As dealt, before the talon. */
  readonly hands: readonly (readonly Card[])[];
  readonly discard: readonly Card[];
  readonly tricks: readonly PlayedTrick[];
  readonly offers: readonly Offer[];
  /** Absent when the deal was void. */
  readonly outcome?: Outcome;
  readonly entries: readonly Entry[];
}

export function viewFor(state: State, viewer: Viewer): View {
  const { conventions, pool, deal, last, stop, end } = state;
  return {
    conventions,
    phase: phaseOfGame(state),
    toAct: seatsToAct(state),
    ...(pool && {
      score: {
        sheet: pool.sheet,
        totals: settle(pool.sheet, conventions).settlement,
        firstDealer: pool.firstDealer,
        written: pool.outcomes.length,
        next: nextDeal(pool, conventions),
      },
    }),
    ...(deal && { deal: dealView(deal, viewer, conventions) }),
    ...(last && { last: lastDealView(last, conventions) }),
    ...(stop && { stop }),
    ...(end && { end }),
  };
}

function phaseOfGame({ conventions, pool, deal, end }: State): View['phase'] {
  if (end) return 'over';
  if (deal) return phaseOf(deal, conventions);
  return pool ? 'shuffle' : 'draw';
}

function dealView(deal: Deal, viewer: Viewer, conventions: PreferansConventions): DealView {
  const { no, dealer, order, minLevel, auction, won, named, said } = deal;
  const ownsDiscard = named !== undefined && viewer === won!.declarer;
  return {
    no,
    dealer,
    order,
    minLevel,
    auction,
    ...(won && { won }),
    ...(won && !named && { contracts: contractsAfter(won.bid) }),
    ...(named && { contract: named.contract }),
    said,
    talon: visibleTalon(deal, conventions),
    hands: deal.hands.map((hand, seat) => (mayView(deal, seat, viewer, conventions) ? hand : null)),
    handSizes: deal.hands.map((hand) => hand.length),
    ...(ownsDiscard && { discard: named.discard }),
    ...(isPlayed(deal) && {
      play: {
        tricks: tricksOf(deal, conventions),
        taken: deal.play.taken,
        hand: handToPlay(deal),
        handsOpen: areHandsOpen(deal, conventions),
        ...(deal.play.handedOver !== undefined && { handedOver: deal.play.handedOver }),
        ...(deal.play.offer && { offer: deal.play.offer }),
        offers: deal.play.offers,
      },
    }),
  };
}

/**
 * Rule 16, `done`, for every moment of a finished game: all hands, the talon from the beginning, the
 * discard. In raspasy the talon stays as it lay: what leads a trick is seen when it does.
 */
export function openView(state: State): View {
  const view = viewFor(state, 'spectator');
  const { deal } = state;
  if (!view.deal || !deal) return view;
  const { hands, named, talon } = deal;
  return {
    ...view,
    deal: {
      ...view.deal,
      hands,
      ...(named && { discard: named.discard }),
      ...(!(isPlayed(deal) && isRaspasy(deal)) && { talon }),
    },
  };
}

/** Rules 5.1, 5.3 and 9.2: a won talon lies open to all, unless it was not taken. */
function visibleTalon(deal: Deal, conventions: PreferansConventions): readonly Card[] {
  if (deal.won) return isWithoutTalon(deal.won.bid) ? [] : deal.talon;
  return isPlayed(deal) && isRaspasy(deal) ? openTalon(deal, conventions) : [];
}

/** One's own hand; the defenders' when opened; the declarer's when he showed it with an offer. */
function mayView(
  deal: Deal,
  seat: Seat,
  viewer: Viewer,
  conventions: PreferansConventions,
): boolean {
  if (seat === viewer) return true;
  if (!deal.won || !isPlayed(deal)) return false;
  const { declarer } = deal.won;
  if (seat === declarer) return deal.play.shownTo.some((each) => each === viewer);
  return areHandsOpen(deal, conventions) && defendersOf(deal.order, declarer).includes(seat);
}

function lastDealView(
  { deal, outcome, entries }: NonNullable<State['last']>,
  conventions: PreferansConventions,
): LastDealView {
  const { no, dealer, order, auction, won, named, said, talon, play } = deal;
  const { hands } = dealCards(cardsFromText(deal.deck)!, conventions.players, dealer);
  return {
    no,
    dealer,
    order,
    auction,
    ...(won && { won }),
    ...(named && { contract: named.contract }),
    said,
    talon,
    hands,
    discard: named?.discard ?? [],
    tricks: isPlayed(deal) ? tricksOf(deal, conventions) : [],
    offers: play?.offers ?? [],
    ...(outcome && { outcome }),
    entries,
  };
}

/** What a viewer may know of an action: all of it, but the discard is the declarer's own. */
export function actionFor(_state: State, seat: Seat, action: Action, viewer: Viewer): unknown {
  if (action.kind !== 'contract' || viewer === seat) return action;
  return { kind: action.kind, contract: action.contract };
}
