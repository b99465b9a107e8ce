import type { Conventions, Seat } from '@trellis/games/kit';
import { afterDeal, atNewDeal, exactAtEnd } from './absence.js';
import type { Action } from './action.js';
import { fullDeck, type Card } from './cards.js';
import { typed } from './conventions/index.js';
import {
  dealCards,
  declare,
  nameContract,
  outcomeOf,
  speak,
  type Deal,
  type DealStep,
} from './deal.js';
import { tricksAgainst } from './forfeit.js';
import { answerOffer, dropOffer, makeOffer } from './offers.js';
import type { Outcome } from './outcome.js';
import { isPlayed, playCard, type PlayedDeal } from './play.js';
import { isFinished, newPool, writeDeal } from './pool.js';
import { exitLevel } from './raspasy.js';
import { exactSettlement, rounded } from './settlement.js';
import { isStopAgreed, type EndReason, type FinishedDeal, type State } from './state.js';

/** How a game goes from state to state. Nothing here checks legality: see `admits`. */

export const start = (conventions: Conventions): State => ({ conventions: typed(conventions) });

/** The first shuffle is one of the seats and draws the first dealer (rule 2.2); then one of the pack a deal. */
export function awaitsShuffle({ conventions, pool, deal, end }: State): number | undefined {
  if (end || deal) return undefined;
  return pool ? fullDeck.length : conventions.players;
}

export function shuffled(state: State, order: readonly number[]): State {
  if (!state.pool) return { ...state, pool: newPool(state.conventions, order[0]!) };
  return withDeck(
    state,
    order.map((number) => fullDeck[number]!),
  );
}

/** Deals this deck, in dealing order. */
export function withDeck(state: State, deck: readonly Card[]): State {
  const { conventions, last } = state;
  const { dealer, raspasyStreak } = state.pool!;
  const deal: Deal = {
    no: (last?.deal.no ?? 0) + 1,
    dealer,
    deck: deck.join(''),
    ...dealCards(deck, conventions.players, dealer),
    minLevel: exitLevel(raspasyStreak, conventions),
    auction: [],
    said: [],
  };
  return { ...state, ...atNewDeal(state), deal };
}

export function apply(state: State, seat: Seat, action: Action): State {
  switch (action.kind) {
    case 'propose-stop':
      return { ...state, stop: { by: seat, yes: [] } };
    case 'answer-stop':
      return answerStop(state, seat, action.yes);
    default:
      return afterStep(state, stepOf(state, state.deal!, seat, action));
  }
}

type DealAction = Exclude<Action, { kind: 'propose-stop' | 'answer-stop' }>;

function stepOf({ conventions }: State, deal: Deal, seat: Seat, action: DealAction): DealStep {
  switch (action.kind) {
    case 'call':
      return { deal: speak(deal, seat, action.word, conventions) };
    case 'contract':
      return { deal: nameContract(deal, action.contract, action.discard, conventions) };
    case 'concede': {
      const { declarer, bid } = deal.won!;
      if (bid === 'M' || bid === 'MB') throw new Error('A misère is never conceded.');
      return { deal, outcome: { type: 'concede', declarer, bid } };
    }
    case 'declare':
      return declare(deal, seat, action.word, conventions);
    case 'play':
      return playCard(dropOffer(inPlay(deal)), action.card, conventions);
    case 'offer':
      return { deal: makeOffer(inPlay(deal), seat, action.tricks, conventions) };
    case 'answer':
      return answerOffer(inPlay(deal), seat, action.yes, conventions);
    case 'hand-over': {
      const { play } = inPlay(deal);
      return { deal: { ...deal, play: { ...play, handedOver: seat } } };
    }
  }
}

function inPlay(deal: Deal): PlayedDeal {
  if (!isPlayed(deal)) throw new Error('The deal is not being played.');
  return deal;
}

function afterStep(state: State, { deal, outcome }: DealStep): State {
  return outcome ? finishDeal({ ...state, deal }, outcome) : { ...state, deal };
}

/** Writes the deal that is over; then the next is dealt, unless the game is over too. */
export function finishDeal(state: State, outcome: Outcome): State {
  const { deal, stop, ...rest } = state;
  const { conventions } = state;
  const { pool, entries } = writeDeal(state.pool!, outcome, conventions);
  const last = { deal: deal!, ...helpedIn(state), outcome, entries };
  const next: State = { ...rest, ...afterDeal(state, pool), pool, last };
  if (isFinished(pool, conventions)) {
    return endGame(next, isClosed(next) ? 'closed' : 'deals');
  }
  return isStopAgreed({ ...state, stop }) ? endGame(next, 'agreed') : next;
}

/** Closed by the pool itself, whatever the limit of deals. */
const isClosed = ({ pool, conventions }: State) =>
  isFinished(pool!, { ...conventions, maxDeals: 0 });

/** Rule 14.5: the deal is lost; the same dealer deals again. */
export function voidDeal(state: State): State {
  const { deal, ...rest } = state;
  return deal ? { ...rest, last: { deal, ...helpedIn(state), entries: [] } } : state;
}

function answerStop(state: State, seat: Seat, yes: boolean): State {
  const { stop, ...rest } = state;
  if (!yes) return rest;
  const answered: State = { ...state, stop: { by: stop!.by, yes: [...stop!.yes, seat] } };
  return isStopAgreed(answered) && !state.deal ? endGame(answered, 'agreed') : answered;
}

function endGame(state: State, reason: EndReason): State {
  const { pool, conventions, absence } = state;
  const exact = exactAtEnd(exactSettlement(pool!.sheet, conventions), absence, conventions);
  // Rule 14.6.3: he who is still away has ended the game for himself.
  const [gone] = absence?.away ?? [];
  const why = gone ? { reason: gone.reason, offender: gone.seat } : { reason };
  return { ...state, end: { ...why, ...rounded(exact) } };
}

/** What a finished deal tells of the computers that played in it for others. */
const helpedIn = ({ absence }: State): Pick<FinishedDeal, 'helped'> =>
  absence && absence.helped.length > 0 ? { helped: absence.helped } : {};

/** Rule 14.1.6: what was offered is proven, so it is settled as if all had accepted. */
export function proven(state: State): State {
  const deal = inPlay(state.deal!);
  const { offer } = deal.play;
  if (!offer) throw new Error('Nothing was claimed.');
  const settled: PlayedDeal = {
    ...deal,
    play: { ...deal.play, offer: { ...offer, proven: true } },
  };
  const over = dropOffer(settled);
  return finishDeal({ ...state, deal: over }, outcomeOf(over, state.conventions, offer.tricks));
}

/** Rule 14.1.3: nobody answered in time. */
export function ring(state: State): State {
  const { deal } = state;
  return deal && isPlayed(deal) ? { ...state, deal: dropOffer(deal) } : state;
}

/** Rule 14.4: the running deal is written against the offender or void, the game ends, he is fined. */
export function forfeit(state: State, offender: Seat, reason: 'time' | 'left'): State {
  if (state.end) return state;
  const { conventions } = state;
  const closed = closeDeal(state, offender);
  const pool = closed.pool ?? newPool(conventions, 0);
  const before = exactSettlement(pool.sheet, conventions);
  const after = exactAtEnd(before, closed.absence, conventions, offender);
  const { stop: _, ...rest } = closed;
  return { ...rest, pool, end: { reason, offender, ...rounded(after) } };
}

function closeDeal(state: State, offender: Seat): State {
  const { deal, conventions } = state;
  if (!deal) return state;
  if (!isPlayed(deal)) return voidDeal(state);
  const tricks = tricksAgainst(deal, offender, conventions);
  if (!tricks) return voidDeal(state);
  const over = dropOffer(deal);
  const outcome = outcomeOf(over, conventions, tricks);
  const { pool, entries } = writeDeal(state.pool!, outcome, conventions);
  const { deal: _, ...rest } = state;
  const last = { deal: over, ...helpedIn(state), outcome, entries };
  return { ...rest, ...afterDeal(state, pool), pool, last };
}
