import type { PlayerCard, PlayerId, PublicSeat, TableRow } from '@trellis/facade';
import type { Entry, Occupant, SeatState, Table } from '@trellis/tables';

/** What the hall shows of a table. Undefined for a private table and a free one: the hall does not show them. */
export function rowOf(
  table: Table,
  cardOf: (player: PlayerId) => PlayerCard,
): TableRow | undefined {
  if (table.phase === 'free' || table.number === null) return undefined;
  const { id, game, number, phase } = table;
  const row = { id, game, number, phase, version: table.seq, setBy: cardOf(table.setBy) };
  if (table.phase === 'convention') return { ...row, conventions: null, seats: [], gameId: null };
  return {
    ...row,
    conventions: table.conventions,
    seats: table.seats.map((seat) => publicSeat(seat, cardOf)),
    gameId: table.phase === 'gathering' ? null : table.gameId,
  };
}

/** Moves, shuffles and clocks leave the row as it is. */
export function changesRow({ kind }: Entry): boolean {
  switch (kind) {
    case 'acted':
    case 'shuffled':
    case 'rang':
    case 'proven':
    case 'relieved':
    case 'returned':
    case 'arrived':
    case 'credited':
    case 'forfeited':
    case 'left':
      return false;
    default:
      return true;
  }
}

/** Everybody whose name a view or a row of this table shows. */
export function playersOf(table: Table): PlayerId[] {
  if (table.phase === 'free') return [];
  if (table.phase === 'convention') return [table.setBy];
  const seated = (table.seats as readonly (SeatState | Occupant)[]).flatMap((seat) =>
    seat.kind === 'player' || seat.kind === 'reserved' ? [seat.player] : [],
  );
  return [table.setBy, ...seated];
}

function publicSeat(seat: SeatState, cardOf: (player: PlayerId) => PlayerCard): PublicSeat {
  switch (seat.kind) {
    case 'player':
      return { kind: 'player', player: cardOf(seat.player) };
    case 'reserved':
      return { kind: 'reserved', player: cardOf(seat.player), until: seat.until };
    default:
      return seat;
  }
}
