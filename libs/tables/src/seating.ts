import { Refusal, resolveConventions } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import { goes, isAway } from './absence.js';
import type { Circumstances } from './circumstances.js';
import type { EntryBody } from './entry.js';
import { rulesOf } from './evolve.js';
import type { Request } from './request.js';
import type { SeatState, Table, TableOf } from './table.js';

// Who sets a table and who comes to it and goes: each function is what one kind of request adds to the journal.

/** After a rematch was asked, the seats of the others are kept for this long (ms). */
export const rematchTime = 120_000;

export function set(
  table: Table,
  { player, game, number }: Extract<Request, { kind: 'set' }>,
  { games }: Circumstances,
): EntryBody {
  if (table.phase !== 'free') throw new Refusal('table-in-use');
  const rules = games(game);
  if (!rules) throw new Refusal('no-such-game');
  return { kind: 'set', game, rulesVersion: rules.rulesVersion, number, by: player };
}

export function mustBeSetting(table: Table, player: PlayerId, now: number): void {
  if (table.phase !== 'convention') throw new Refusal('not-now');
  if (table.setBy !== player) throw new Refusal('not-yours');
  if (now >= table.until) throw new Refusal('too-late');
}

/** Whoever sets a table gets its first seat; he may stand up like anybody else. */
export function chooseConventions(
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

export function sit(
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

export function seatComputer(
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

export function clearSeat(
  table: TableOf<'gathering'>,
  { player, seat }: Extract<Request, { kind: 'clear-seat' }>,
): EntryBody {
  const place = seatAt(table.seats, seat);
  const declines = place.kind === 'reserved' && place.player === player;
  if (!declines) seatOf(table.seats, player);
  if (place.kind !== 'computer' && place.kind !== 'reserved') throw new Refusal('not-now');
  return { kind: 'stood', seat };
}

export function leave(table: Table, player: PlayerId): EntryBody {
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

/** The first one who asks reopens the table, the others take the seats that are kept for them. */
export function rematch(
  table: Table,
  player: PlayerId,
  { now, mustMayRate }: Circumstances,
): EntryBody {
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

function seatAt(seats: readonly SeatState[], seat: number): SeatState {
  const place = seats[seat];
  if (!place) throw new Refusal('no-such-seat');
  return place;
}

/** Throws the refusal `not-seated`. */
export function seatOf(seats: readonly SeatState[], player: PlayerId): number {
  const seat = seats.findIndex((each) => each.kind === 'player' && each.player === player);
  if (seat < 0) throw new Refusal('not-seated');
  return seat;
}
