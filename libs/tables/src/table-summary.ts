import type { Conventions } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import type { SeatState, Table } from './table.js';

/**
 * What each process of the club knows of every table, wherever it is owned: enough to number tables, to find a free
 * seat, and to tell who is where. No state of a game is in it.
 */
export interface TableSummary {
  readonly id: TableId;
  readonly seq: number;
  readonly game: string;
  readonly number: number | null;
  readonly phase: Table['phase'];
  /** Null until they are chosen. */
  readonly conventions: Conventions | null;
  readonly seats: readonly SeatState[];
  /** Who has the conventions' dialog, sits, or stays after a game. */
  readonly players: readonly PlayerId[];
}

export function summaryOf(table: Table): TableSummary {
  const { id, seq, game, number, phase } = table;
  const chosen = 'seats' in table;
  return {
    ...{ id, seq, game, number, phase },
    conventions: chosen ? table.conventions : null,
    seats: chosen ? table.seats : [],
    players: playersAt(table),
  };
}

function playersAt(table: Table): PlayerId[] {
  switch (table.phase) {
    case 'convention':
      return [table.setBy];
    case 'gathering':
    case 'playing':
      return table.seats.flatMap((seat) => (seat.kind === 'player' ? [seat.player] : []));
    case 'finished':
      return [...table.staying];
    case 'free':
      return [];
  }
}
