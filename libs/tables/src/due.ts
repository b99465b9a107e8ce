import { goes, isAway } from './absence.js';
import { deadline } from './clocks.js';
import type { EntryBody } from './entry.js';
import type { Table } from './table.js';

/** A finished table is free again after this long, if nobody asked for a rematch (ms). */
export const finishedTime = 600_000;

export interface Due {
  readonly at: number;
  readonly brings: readonly EntryBody[];
}

/** The next thing that time alone will do to a table. */
export function dueAt(table: Table): Due | undefined {
  return possible(table).reduce<Due | undefined>(
    (first, each) => (first === undefined || each.at < first.at ? each : first),
    undefined,
  );
}

function possible(table: Table): readonly Due[] {
  switch (table.phase) {
    case 'free':
      return [];
    case 'convention':
      return [{ at: table.until, brings: [{ kind: 'freed' }] }];
    case 'gathering':
      return table.seats.flatMap((seat, index): Due[] =>
        seat.kind === 'reserved'
          ? [{ at: seat.until, brings: [{ kind: 'stood', seat: index }] }]
          : [],
      );
    case 'playing':
      return [
        ...(table.fair?.until
          ? [{ at: table.fair.until, brings: [{ kind: 'contributions-closed' } as const] }]
          : []),
        ...(table.alarm ? [{ at: table.alarm.due, brings: [{ kind: 'rang' } as const] }] : []),
        ...table.clocks.flatMap((clock, seat): Due[] => {
          // A computer never oversteps: whatever goes wrong with it, it acts in the end.
          if (table.seats[seat]?.kind !== 'player' || isAway(table, seat)) return [];
          const at = deadline(clock, table.conventions);
          return at === undefined ? [] : [{ at, brings: [goes(table, seat, 'time')] }];
        }),
      ];
    case 'finished':
      return [{ at: table.finishedAt + finishedTime, brings: [{ kind: 'freed' }] }];
  }
}
