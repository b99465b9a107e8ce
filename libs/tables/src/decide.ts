import { admit, Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import { isAway, levelAt } from './absence.js';
import type { Circumstances } from './circumstances.js';
import { deadline } from './clocks.js';
import { dueAt } from './due.js';
import type { Entry, EntryBody } from './entry.js';
import { rulesOf } from './evolve.js';
import { withFollowing } from './following.js';
import type { Request } from './request.js';
import {
  chooseConventions,
  clearSeat,
  leave,
  mustBeSetting,
  rematch,
  seatComputer,
  seatOf,
  set,
  sit,
} from './seating.js';
import type { Table, TableOf } from './table.js';

/**
 * What a request adds to the journal: the entry it asks for, and those that follow from it (the last
 * seat starts the game, a game that waits for a shuffle gets one, a result finishes it, an empty
 * table is free). Empty when there is nothing to do. Throws a `Refusal`; changes nothing.
 */
export function decide(
  table: Table,
  request: Request,
  circumstances: Circumstances,
): readonly Entry[] {
  const bodies = asked(table, request, circumstances);
  return bodies.length === 0 ? [] : withFollowing(table, bodies, circumstances);
}

function asked(table: Table, request: Request, circumstances: Circumstances): readonly EntryBody[] {
  switch (request.kind) {
    case 'set':
      return [set(table, request, circumstances)];
    case 'choose-conventions':
      return chooseConventions(table, request, circumstances);
    case 'cancel':
      mustBeSetting(table, request.player, circumstances.now);
      return [{ kind: 'freed' }];
    case 'sit':
      return [sit(gathering(table), request, circumstances)];
    case 'stand':
      return [{ kind: 'stood', seat: seatOf(gathering(table).seats, request.player) }];
    case 'seat-computer':
      return [seatComputer(gathering(table), request, circumstances)];
    case 'clear-seat':
      return [clearSeat(gathering(table), request)];
    case 'act':
      return [act(playing(table), request, circumstances)];
    case 'computer-acts':
      return [computerActs(playing(table), request, circumstances)];
    case 'leave':
      return [leave(table, request.player)];
    case 'rematch':
      return [rematch(table, request.player, circumstances)];
    case 'return':
      return [returnTo(playing(table), request.player)];
    case 'prove':
      return prove(playing(table), request.claim, circumstances);
    case 'arrive':
      return arrive(table, request.player);
    case 'contribute':
      return contribute(playing(table), request);
    case 'time':
      return timePassed(table, circumstances.now);
    case 'discard':
      return table.phase === 'free' ? [] : [{ kind: 'freed' }];
    case 'credit':
      if (table.phase === 'playing' || table.phase === 'convention')
        return [{ kind: 'credited', ms: request.ms }];
      return request.fence && table.phase !== 'free' ? [{ kind: 'credited', ms: 0 }] : [];
  }
}

function act(
  table: TableOf<'playing'>,
  { player, after, action }: Extract<Request, { kind: 'act' }>,
  { now, games }: Circumstances,
): EntryBody {
  const seat = seatOf(table.seats, player);
  if (isAway(table, seat)) throw new Refusal('computer-plays');
  const clock = table.clocks[seat]!;
  if (after < clock.decisionSeq || after > table.seq) throw new Refusal('stale-view');
  const due = deadline(clock, table.conventions);
  if (due !== undefined && now >= due) throw new Refusal('too-late');
  return { kind: 'acted', seat, action: admit(rulesOf(table, games), table.state, seat, action) };
}

function computerActs(
  table: TableOf<'playing'>,
  { seat, after, action }: Extract<Request, { kind: 'computer-acts' }>,
  { games }: Circumstances,
): EntryBody {
  const rules = rulesOf(table, games);
  if (levelAt(table, seat, rules) === undefined) throw new Refusal('not-seated');
  if (after < table.clocks[seat]!.decisionSeq) throw new Refusal('stale-view');
  return { kind: 'acted', seat, action: admit(rules, table.state, seat, action) };
}

/** Once a game and seat: another tab of the same player comes too late for nothing. */
function contribute(
  { fair, gameId, seats }: TableOf<'playing'>,
  request: Extract<Request, { kind: 'contribute' }>,
): readonly EntryBody[] {
  const seat = seatOf(seats, request.player);
  if (!fair || request.gameId !== gameId) throw new Refusal('not-now');
  if (fair.contributions[seat]) return [];
  if (fair.until === null) throw new Refusal('too-late');
  return [{ kind: 'contributed', seat, contribution: request.contribution }];
}

function returnTo(table: TableOf<'playing'>, player: PlayerId): EntryBody {
  const seat = seatOf(table.seats, player);
  if (!isAway(table, seat)) throw new Refusal('not-now');
  return { kind: 'returned', seat };
}

/** A claim that was answered meanwhile, or is another one by now, needs no proof. */
function prove(
  table: TableOf<'playing'>,
  claim: string,
  { games }: Circumstances,
): readonly EntryBody[] {
  return rulesOf(table, games).claim?.(table.state)?.id === claim ? [{ kind: 'proven' }] : [];
}

function arrive(table: Table, player: PlayerId): readonly EntryBody[] {
  if (table.phase !== 'playing') return [];
  const seat = table.seats.findIndex((each) => each.kind === 'player' && each.player === player);
  return seat < 0 || table.arrived.includes(seat) ? [] : [{ kind: 'arrived', seat }];
}

function timePassed(table: Table, now: number): readonly EntryBody[] {
  const due = dueAt(table);
  if (due === undefined || now < due.at) return [];
  return due.brings;
}

function gathering(table: Table): TableOf<'gathering'> {
  if (table.phase !== 'gathering') throw new Refusal('not-now');
  return table;
}

function playing(table: Table): TableOf<'playing'> {
  if (table.phase === 'finished') throw new Refusal('game-over');
  if (table.phase !== 'playing') throw new Refusal('not-now');
  return table;
}
