import type { Game, Result } from '@trellis/games/kit';
import type { Action } from './action.js';
import { admits } from './admits.js';
import { easy } from './computers.js';
import { conventionSchema, typed } from './conventions/index.js';
import { apply, awaitsShuffle, forfeit, ring, shuffled, start } from './flow.js';
import { legalActions, routine } from './legal-actions.js';
import { offerLapseMs } from './offers.js';
import { notation } from './record/notation.js';
import { placesOf } from './settlement.js';
import { seatsToAct, type EndReason, type State } from './state.js';
import { agreementIn, fold, type FoldedView } from './folded-view.js';
import { actionFor, openView, viewFor } from './view.js';

/** Russian Preferans. The rules are in RULES.md; each file here is named after what it decides. */
export const preferans: Game<State, Action, FoldedView> = {
  name: 'preferans',
  rulesVersion: 1,
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
  forfeit,
  result,
  viewFor: (state, viewer) => fold(viewFor(state, viewer)),
  openView: (state) => fold(openView(state)),
  agreedIn: ({ agreed }) => agreementIn(agreed),
  past: ({ pool }) => pool?.outcomes ?? [],
  actionFor,
  notation,
  computers: [easy],
};

/** Rule 14.1.3: each offer has an alarm of its own. */
function offerAlarm({ deal }: State) {
  const offer = deal?.play?.offer;
  if (!offer) return undefined;
  return { id: `offer ${deal.no}.${deal.play!.offers.length + 1}`, ms: offerLapseMs };
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
