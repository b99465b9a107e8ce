import { admit, Refusal, resolveConventions } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import { goes, isAway, levelAt } from './absence.js';
import { deadline } from './clocks.js';
import { dueAt } from './due.js';
import type { Entry, EntryBody } from './entry.js';
import { evolve, rulesOf } from './evolve.js';
import type { Chance, Games } from './ports.js';
import type { Request } from './request.js';
import type { SeatState, Table, TableOf } from './table.js';

/** After a rematch was asked, the seats of the others are kept for this long (ms). */
export const rematchTime = 120_000;

export interface Circumstances {
  readonly now: number;
  readonly games: Games;
  readonly chance: Chance;
  /** Players who look at the table now. */
  readonly present: ReadonlySet<PlayerId>;
  /** The two do not sit at the same table. */
  readonly areApart: (one: PlayerId, other: PlayerId) => boolean;
  /** Throws the refusal of who may not sit down at a rated table now. */
  readonly mustMayRate: (player: PlayerId) => void;
}

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

/** These entries and those that follow from them. */
export function withFollowing(
  table: Table,
  bodies: readonly EntryBody[],
  circumstances: Circumstances,
): readonly Entry[] {
  const { now, games } = circumstances;
  // Time never runs backwards in a journal, whatever the machine's clock does.
  const at = Math.max(now, table.at);
  const entries: Entry[] = [];
  let after = table;
  const add = (body: EntryBody) => {
    const entry: Entry = { seq: after.seq + 1, at, ...body };
    entries.push(entry);
    after = evolve(after, entry, games);
  };
  for (const body of bodies) add(body);
  for (let next = follows(after, circumstances); next; next = follows(after, circumstances)) {
    add(next);
  }
  return entries;
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

/** What follows by itself from the state that was reached. */
function follows(table: Table, { games, chance, present }: Circumstances): EntryBody | undefined {
  if (table.phase === 'gathering') {
    if (!table.seats.some(({ kind }) => kind === 'player')) return { kind: 'freed' };
    if (!table.seats.every(({ kind }) => kind === 'player' || kind === 'computer'))
      return undefined;
    const looking = table.seats.flatMap((seat, index) =>
      seat.kind === 'player' && present.has(seat.player) ? [index] : [],
    );
    return { kind: 'started', gameId: chance.id(), present: looking };
  }
  if (table.phase === 'finished') return table.staying.length === 0 ? { kind: 'freed' } : undefined;
  if (table.phase !== 'playing') return undefined;
  const rules = rulesOf(table, games);
  const length = rules.awaitsShuffle?.(table.state);
  if (length !== undefined) return towardsShuffle(table, length, chance);
  const result = rules.result(table.state);
  if (!result) return undefined;
  const {
    game,
    rulesVersion,
    number,
    setBy: by,
    conventions,
    gameId,
    startedAt,
    seats,
    state,
  } = table;
  return {
    kind: 'finished',
    ...{ game, rulesVersion, number, by, conventions, gameId, startedAt, seats, state, result },
    ratings: [],
  };
}

/** Nothing while contributions are awaited: the deck must not be known before they are in. */
function towardsShuffle(
  { fair, gameId }: TableOf<'playing'>,
  length: number,
  chance: Chance,
): EntryBody | undefined {
  if (!fair) return { kind: 'committed', ...chance.secret() };
  if (fair.until !== null) return undefined;
  const { secret, contributions, drawn } = fair;
  const order = chance.order(secret, { gameId, contributions }, drawn + 1, length);
  return { kind: 'shuffled', order };
}

function set(
  table: Table,
  { player, game, number }: Extract<Request, { kind: 'set' }>,
  { games }: Circumstances,
): EntryBody {
  if (table.phase !== 'free') throw new Refusal('table-in-use');
  const rules = games(game);
  if (!rules) throw new Refusal('no-such-game');
  return { kind: 'set', game, rulesVersion: rules.rulesVersion, number, by: player };
}

function mustBeSetting(table: Table, player: PlayerId, now: number): void {
  if (table.phase !== 'convention') throw new Refusal('not-now');
  if (table.setBy !== player) throw new Refusal('not-yours');
  if (now >= table.until) throw new Refusal('too-late');
}

/** Whoever sets a table gets its first seat; he may stand up like anybody else. */
function chooseConventions(
  table: Table,
  { player, preset, conventions }: Extract<Request, { kind: 'choose-conventions' }>,
  { now, games, mustMayRate }: Circumstances,
): readonly EntryBody[] {
  mustBeSetting(table, player, now);
  const resolved = resolveConventions(rulesOf(table, games).conventions, conventions, preset);
  if (resolved.rated === true) mustMayRate(player);
  return [
    { kind: 'conventions-chosen', conventions: resolved },
    { kind: 'sat', seat: 0, occupant: { kind: 'player', player } },
  ];
}

function sit(
  table: TableOf<'gathering'>,
  { player, seat }: { player: PlayerId; seat: number },
  { areApart, mustMayRate }: Circumstances,
): EntryBody {
  if (table.seats.some((each) => each.kind === 'player' && each.player === player)) {
    throw new Refusal('already-seated');
  }
  const place = seatAt(table.seats, seat);
  const free = place.kind === 'empty' || (place.kind === 'reserved' && place.player === player);
  if (!free) throw new Refusal(place.kind === 'reserved' ? 'seat-reserved' : 'seat-taken');
  if (table.seats.some((each) => each.kind === 'player' && areApart(each.player, player)))
    throw new Refusal('kept-apart', 'Somebody there keeps apart from this player, or he from him.');
  if (table.conventions.rated === true) mustMayRate(player);
  return { kind: 'sat', seat, occupant: { kind: 'player', player } };
}

function seatComputer(
  table: TableOf<'gathering'>,
  { player, seat, level }: Extract<Request, { kind: 'seat-computer' }>,
  { games }: Circumstances,
): EntryBody {
  seatOf(table.seats, player);
  if (seatAt(table.seats, seat).kind !== 'empty') throw new Refusal('seat-taken');
  if (!rulesOf(table, games).computers.some((each) => each.level === level))
    throw new Refusal('no-such-level');
  return { kind: 'sat', seat, occupant: { kind: 'computer', level } };
}

function clearSeat(
  table: TableOf<'gathering'>,
  { player, seat }: Extract<Request, { kind: 'clear-seat' }>,
): EntryBody {
  const place = seatAt(table.seats, seat);
  const declines = place.kind === 'reserved' && place.player === player;
  if (!declines) seatOf(table.seats, player);
  if (place.kind !== 'computer' && place.kind !== 'reserved') throw new Refusal('not-now');
  return { kind: 'stood', seat };
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

function leave(table: Table, player: PlayerId): EntryBody {
  switch (table.phase) {
    case 'gathering':
      return { kind: 'stood', seat: seatOf(table.seats, player) };
    case 'playing': {
      const seat = seatOf(table.seats, player);
      if (isAway(table, seat)) throw new Refusal('computer-plays');
      return goes(table, seat, 'left');
    }
    case 'finished':
      if (!table.staying.includes(player)) throw new Refusal('not-seated');
      return { kind: 'left', player };
    default:
      throw new Refusal('not-now');
  }
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

/** The first one who asks reopens the table, the others take the seats that are kept for them. */
function rematch(table: Table, player: PlayerId, { now, mustMayRate }: Circumstances): EntryBody {
  if ('seats' in table && table.conventions.rated === true) mustMayRate(player);
  if (table.phase === 'gathering') {
    const seat = table.seats.findIndex(
      (each) => each.kind === 'reserved' && each.player === player,
    );
    if (seat < 0) throw new Refusal('not-now');
    return { kind: 'sat', seat, occupant: { kind: 'player', player } };
  }
  if (table.phase !== 'finished') throw new Refusal('not-now');
  if (!table.staying.includes(player)) throw new Refusal('not-seated');
  return { kind: 'reopened', by: player, until: now + rematchTime };
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

function seatAt(seats: readonly SeatState[], seat: number): SeatState {
  const place = seats[seat];
  if (!place) throw new Refusal('no-such-seat');
  return place;
}

function seatOf(seats: readonly SeatState[], player: PlayerId): number {
  const seat = seats.findIndex((each) => each.kind === 'player' && each.player === player);
  if (seat < 0) throw new Refusal('not-seated');
  return seat;
}
