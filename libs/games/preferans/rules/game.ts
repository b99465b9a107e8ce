import type { Game, Result, Seat } from '@trellis/games/kit';
import { comeBack, goAway } from './absence.js';
import type { Action } from './action.js';
import { admits } from './admits.js';
import { easy } from './computers.js';
import { conventionSchema, typed } from './conventions/index.js';
import { apply, awaitsShuffle, forfeit, proven, ring, shuffled, start } from './flow.js';
import { legalActions, routine } from './legal-actions.js';
import { offerLapseMs } from './offers.js';
import { notation } from './record/notation.js';
import { placesOf } from './settlement.js';
import { isStopAgreed, seatsToAct, type EndReason, type State } from './state.js';
import { agreementIn, fold, type FoldedView } from './folded-view.js';
import { tallies } from './tallies.js';
import { actionFor, openView, viewFor } from './view.js';

/** Russian Preferans. The rules are in RULES.md; each file here is named after what it decides. */
export const preferans: Game<State, Action, FoldedView> = {
  name: 'preferans',
  rulesVersion: 1,
  scoresInPoints: true,
  conventions: conventionSchema,
  seats: (conventions) => typed(conventions).players,
  start,
  toAct: seatsToAct,
  legalActions,
  routine,
  admits,
  apply,
  awaitsShuffle,
  shuffled,
  alarm: offerAlarm,
  ring,
  asked,
  absence: { away: goAway, back: comeBack },
  claim,
  proven,
  forfeit,
  result,
  viewFor: (state, viewer) => fold(viewFor(state, viewer)),
  openView: (state) => fold(openView(state)),
  agreedIn: ({ agreed }) => agreementIn(agreed),
  past: ({ pool }) => pool?.outcomes ?? [],
  actionFor,
  tallies,
  notation,
  computers: [easy],
};

/** Rule 14.1.3: each offer has an alarm of its own. */
function offerAlarm({ deal }: State) {
  const offer = deal?.play?.offer;
  if (!offer) return undefined;
  return { id: `offer ${deal.no}.${deal.play!.offers.length + 1}`, ms: offerLapseMs };
}

/** Rule 14.1.6. The question is what the claimant sees, so that no hidden card can change the answer. */
function claim(state: State) {
  const { deal, conventions } = state;
  const offer = deal?.play?.offer;
  if (!offer || !conventions.claimProof || !deal.won) return undefined;
  const id = `${deal.no}.${deal.play!.offers.length + 1}`;
  return { id, question: { by: offer.by, view: fold(viewFor(state, offer.by)) } };
}

/** Rule 14.2: a proposal to stop waits for an answer, but nobody's clock runs. */
function asked({ stop, end, conventions }: State, seat: Seat): readonly Action[] {
  if (!stop || end || isStopAgreed({ stop, conventions })) return [];
  if (stop.by === seat || stop.yes.includes(seat)) return [];
  return [true, false].map((yes) => ({ kind: 'answer-stop', yes }));
}

const kitReason: Record<EndReason, Result['reason']> = {
  closed: 'played',
  deals: 'played',
  agreed: 'agreed',
  time: 'time',
  left: 'left',
};

function result({ end, conventions }: State): Result | undefined {
  if (!end) return undefined;
  return {
    places: placesOf(end.settlementExact),
    scores: end.settlement,
    reason: kitReason[end.reason],
    ...(end.offender !== undefined && { offender: end.offender }),
    fine: end.offender === undefined ? 0 : conventions.timeoutFine,
  };
}
