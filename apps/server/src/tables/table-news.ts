import type { Bus } from '@trellis/facade';
import { summaryOf, type Entry, type Table } from '@trellis/tables';
import type { NodeMessages } from '../nodes/node-messages.js';
import type { ShownViews } from './shown-views.js';
import { changesRow, rowOf } from './table-row.js';

/** What the club hears of a table: its row in the hall as a fact, and its summary in the other processes. */
export class TableNews {
  constructor(
    private readonly bus: Bus,
    private readonly messages: NodeMessages,
    private readonly views: ShownViews,
  ) {}

  /** What these entries have changed for those who do not look at the table. */
  tell(table: Table, entries: readonly Entry[]): void {
    if (entries.some(changesRow)) this.tellRow(table);
    if (entries.some(changesSummary)) this.tellSummary(table);
  }

  tellAll(table: Table): void {
    this.tellRow(table);
    this.tellSummary(table);
  }

  tellSummary(table: Table): void {
    this.messages.tellAll('table:summary', summaryOf(table));
  }

  private tellRow(table: Table): void {
    this.views.ratings.lookUp(table);
    const row = rowOf(table, this.views.cardOf);
    if (row) this.bus.publish({ kind: 'table-changed', table: row });
    else if (table.phase === 'free' && table.number !== null)
      this.bus.publish({ kind: 'table-gone', id: table.id, version: table.seq });
  }
}

/** Whoever leaves a finished table is somewhere else, though the hall shows the same row. */
function changesSummary(entry: Entry): boolean {
  return changesRow(entry) || entry.kind === 'left';
}
