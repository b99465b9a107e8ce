import type { Pauses } from '@trellis/justice';
import type { Tables } from '@trellis/tables';

/**
 * Who is paused while he waits at a rated table of this process stands up: otherwise the last one who sits down would begin a rated
 * game with him.
 */
export function standUpPaused(
  pauses: Pauses,
  tables: Pick<Tables, 'all' | 'handle'>,
  report: (error: unknown) => void,
): void {
  pauses.onChanged((person, now) => {
    if (!now.some(({ kind }) => kind === 'rated-pause')) return;
    const accounts = pauses.accountsOf(person);
    for (const table of tables.all()) {
      if (table.phase !== 'gathering' || table.conventions.rated !== true) continue;
      for (const seat of table.seats)
        if (seat.kind === 'player' && accounts.includes(seat.player))
          void tables.handle(table.id, { kind: 'stand', player: seat.player }).catch(report);
    }
  });
}
