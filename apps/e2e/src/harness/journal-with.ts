import type { Journal } from '@trellis/tables';

/** The same journal with another way to append. */
export function journalWith(real: Journal, append: Journal['append']): Journal {
  return {
    append,
    read: (tableId) => real.read(tableId),
    newest: (tableId) => real.newest(tableId),
    tables: () => real.tables(),
    forget: (tableId) => real.forget(tableId),
    beat: (node, now) => real.beat(node, now),
    lastBeat: (node) => real.lastBeat(node),
  };
}
