import type { TableId } from '@trellis/facade';
import type { LiveTable, LiveTableParts } from './live-table.js';
import { JournalConflict, type Ending } from './ports.js';

/** Tables that a failing write ended: what became of it is shown when they are awake again. */
export class GivenUp {
  private readonly tables = new Map<TableId, LiveTable>();

  constructor(private readonly parts: Pick<LiveTableParts, 'results' | 'audience'>) {}

  add(table: LiveTable): void {
    this.tables.set(table.table.id, table);
  }

  has(id: TableId): boolean {
    return this.tables.has(id);
  }

  delete(id: TableId): void {
    this.tables.delete(id);
  }

  /** The last entry that was certainly written; 0 for a table that was not given up. */
  seqOf(id: TableId): number {
    return this.tables.get(id)?.table.seq ?? 0;
  }

  /** A write that failed may have happened: then the table's people see it now, and its game is told of. */
  async catchUp(table: LiveTable): Promise<void> {
    const { id, seq } = table.table;
    const before = this.tables.get(id);
    if (!before) return;
    const news = table.journal.filter((entry) => entry.seq > before.table.seq);
    const ending = before.ending;
    if (ending && news.some((entry) => entry.kind === 'finished')) await this.tellEnd(ending);
    this.delete(id);
    if (seq > before.table.seq) this.parts.audience.show(table.table, news);
  }

  /** Keyed by the game: asked again, the results say what was written. */
  private async tellEnd(ending: Ending): Promise<void> {
    try {
      const { record } = await this.parts.results.finish(ending);
      this.parts.audience.finished(record);
    } catch (error) {
      // The table has moved on in other hands, and they have told it.
      if (!(error instanceof JournalConflict)) throw error;
    }
  }
}
