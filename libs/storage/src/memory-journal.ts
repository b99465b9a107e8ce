import type { TableId } from '@trellis/facade';
import { Journal, JournalConflict, type Entry, type NodeId } from '@trellis/tables';
import { copy } from './memory-club.js';

export class MemoryJournal extends Journal {
  private readonly entries = new Map<TableId, readonly Entry[]>();
  /** The tables that stand in a hall, by game and number. */
  private readonly numbers = new Map<string, TableId>();
  private readonly beats = new Map<NodeId, number>();

  async append(tableId: TableId, entries: readonly Entry[]): Promise<void> {
    this.appendNow(tableId, entries);
  }

  async read(tableId: TableId): Promise<readonly Entry[]> {
    return copy(this.entries.get(tableId) ?? []);
  }

  async newest(tableId: TableId): Promise<number> {
    return this.entries.get(tableId)?.at(-1)?.seq ?? 0;
  }

  async tables(): Promise<readonly TableId[]> {
    return [...this.entries.keys()].sort();
  }

  async forget(tableId: TableId): Promise<void> {
    this.entries.delete(tableId);
    for (const [place, table] of this.numbers) if (table === tableId) this.numbers.delete(place);
  }

  async beat(node: NodeId, now: number): Promise<void> {
    this.beats.set(node, now);
  }

  async lastBeat(node?: NodeId): Promise<number | null> {
    if (node !== undefined) return this.beats.get(node) ?? null;
    return this.beats.size === 0 ? null : Math.max(...this.beats.values());
  }

  /** All or none, and nothing of anybody else comes between. */
  appendNow(tableId: TableId, entries: readonly Entry[]): void {
    const before = this.entries.get(tableId) ?? [];
    const [first] = entries;
    if (!first) return;
    if (first.seq !== (before.at(-1)?.seq ?? 0) + 1) throw new JournalConflict(tableId);
    const place = first.kind === 'set' && first.number !== null && `${first.game} ${first.number}`;
    if (place && this.numbers.has(place)) throw new JournalConflict(tableId);
    if (place) this.numbers.set(place, tableId);
    this.entries.set(tableId, [...before, ...copy(entries)]);
  }

  /** The end of a game: the journal keeps only its last entry. */
  keepLast(tableId: TableId): void {
    this.entries.set(tableId, (this.entries.get(tableId) ?? []).slice(-1));
  }

  finishedEntry(tableId: TableId, gameId: string) {
    for (const entry of this.entries.get(tableId) ?? []) {
      if (entry.kind === 'finished' && entry.gameId === gameId) return copy(entry);
    }
    return undefined;
  }
}
