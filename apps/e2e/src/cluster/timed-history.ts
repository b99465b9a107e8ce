import { History, type Asked, type Seen } from '../faults/history.js';

/** A history that also knows when each table last took a request, and how far anybody has seen it. */
export class TimedHistory extends History {
  private readonly acknowledged = new Map<string, number>();
  private readonly newest = new Map<string, number>();

  /** By `performance.now()`. */
  acknowledgedAt(tableId: string): number {
    return this.acknowledged.get(tableId) ?? 0;
  }

  newestSeen(tableId: string): number {
    return this.newest.get(tableId) ?? 0;
  }

  override see(seen: Omit<Seen, 'at'>): void {
    super.see(seen);
    const { tableId, view } = seen;
    this.newest.set(tableId, Math.max(this.newestSeen(tableId), view.seq));
  }

  override tell(asked: Asked): void {
    super.tell(asked);
    if (asked.outcome.kind === 'acknowledged')
      this.acknowledged.set(asked.tableId, performance.now());
  }
}
