import { presetOf, type Conventions, type PlayedStep } from '@trellis/games/kit';
import { comeBack, goAway } from '../absence.js';
import type { Action } from '../action.js';
import { conventionSchema } from '../conventions/index.js';
import { apply, forfeit, proven, ring, shuffled, start } from '../flow.js';
import { changeOf } from '../score-sheet.js';
import type { FinishedDeal, State } from '../state.js';
import { recordFormat, type DealRecord, type GameRecord } from './record.js';

export interface RecordHeader {
  readonly id?: string;
  readonly startedAt?: string;
  /** Who sat where, by seat. */
  readonly players: readonly string[];
  readonly fair?: GameRecord['fair'];
}

/** Rule 17.1: the record of a game, from everything that happened to it. */
export function recordGame(
  conventions: Conventions,
  steps: Iterable<PlayedStep<Action>>,
  header: RecordHeader,
): GameRecord {
  let state = start(conventions);
  const deals: DealRecord[] = [];
  for (const step of steps) {
    const before = state;
    state = after(state, step);
    if (state.last && state.last !== before.last) deals.push(dealRecord(state.last, state));
  }
  const { players, ...rest } = header;
  const preset = presetOf(conventionSchema, conventions);
  const { end, absence } = state;
  return {
    format: recordFormat,
    ...rest,
    ...(preset && { preset }),
    options: conventions,
    players,
    firstDealer: state.pool?.firstDealer ?? 0,
    deals,
    ...(end && {
      end: {
        reason: end.reason,
        ...(end.offender !== undefined && { offender: end.offender }),
        ...(absence && absence.away.length > 0 && { absent: absence.away }),
        exact: end.settlementExact,
        settlement: end.settlement,
      },
    }),
  };
}

function after(state: State, step: PlayedStep<Action>): State {
  switch (step.kind) {
    case 'shuffled':
      return shuffled(state, step.order);
    case 'acted':
      return apply(state, step.seat, step.action);
    case 'rang':
      return ring(state);
    case 'proven':
      return proven(state);
    case 'relieved':
      return goAway(state, step.seat, step.reason);
    case 'returned':
      return comeBack(state, step.seat);
    case 'forfeited':
      return forfeit(state, step.seat, step.reason);
  }
}

export function dealRecord(
  { deal, helped, outcome, entries }: FinishedDeal,
  { conventions }: State,
): DealRecord {
  const { no, dealer, deck, auction, won, named, said, play } = deal;
  const conceded = outcome?.type === 'concede';
  const choice = said.find(([, word]) => word === 'open' || word === 'closed')?.[1];
  const words = said.filter(([, word]) => word !== 'open' && word !== 'closed');
  const tricks = outcome && 'tricks' in outcome ? outcome.tricks : undefined;
  return {
    no,
    dealer,
    deck,
    auction: auction.map(([seat, word]) => `${seat}:${word}`),
    ...(named && named.discard.length > 0 && { discard: named.discard.join('') }),
    ...(named && { contract: named.contract }),
    ...(won && conceded && { contract: '-' }),
    ...(words.length > 0 && { whist: words.map(([seat, word]) => `${seat}:${word[0]}`) }),
    ...(choice && { choice: choice === 'open' ? 'o' : 'c' }),
    ...(play && { play: play.cards.join('') }),
    ...(play && play.offers.length > 0 && { offers: play.offers }),
    ...(helped && { house: helped }),
    ...(tricks && { tricks }),
    ...(outcome ? { entries: changeOf(conventions.players, entries) } : { void: true }),
  };
}
