import type { TableId } from '@trellis/facade';
import { Journal, type Entry, type NodeId } from '@trellis/tables';

/** Told of every append; `Metrics` is one. */
export interface JournalWitness {
  journalAppended(entries: number, seconds: number): void;
}

/** A journal that says how long it took to make moves durable. */
export class MeasuredJournal extends Journal {
  constructor(
    private readonly journal: Journal,
    private readonly witness: JournalWitness,
  ) {
    super();
  }

  async append(tableId: TableId, entries: readonly Entry[]): Promise<void> {
    const begun = performance.now();
    await this.journal.append(tableId, entries);
    this.witness.journalAppended(entries.length, (performance.now() - begun) / 1000);
  }

  read(tableId: TableId): Promise<readonly Entry[]> {
    return this.journal.read(tableId);
  }

  newest(tableId: TableId): Promise<number> {
    return this.journal.newest(tableId);
  }

  tables(): Promise<readonly TableId[]> {
    return this.journal.tables();
  }

  forget(tableId: TableId): Promise<void> {
    return this.journal.forget(tableId);
  }

  beat(node: NodeId, now: number): Promise<void> {
    return this.journal.beat(node, now);
  }

  lastBeat(node?: NodeId): Promise<number | null> {
    return this.journal.lastBeat(node);
  }
}
