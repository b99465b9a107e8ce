import type { NodeId, Place } from './ports.js';
import { Directory, Nodes } from './ports.js';
import type { TableId } from '@trellis/facade';
import type { TableSummary } from './table-summary.js';

/** One process owns every table. */
export class SoleDirectory extends Directory {
  private readonly tables = new Set<TableId>();

  readonly certain: boolean = true;

  constructor(readonly node: NodeId = 'sole') {
    super();
  }

  async open(tableId: TableId): Promise<void> {
    this.tables.add(tableId);
  }

  async locate(tableId: TableId): Promise<Place | null> {
    return this.tables.has(tableId) ? { mine: true, before: null } : null;
  }

  async adopt(tableIds: readonly TableId[]): Promise<ReadonlyMap<TableId, NodeId | null>> {
    for (const id of tableIds) this.tables.add(id);
    return new Map(tableIds.map((id) => [id, null]));
  }

  owned(): readonly TableId[] {
    return [...this.tables];
  }

  owns(tableId: TableId): boolean {
    return this.tables.has(tableId);
  }

  /** There is nobody else whose it could be. */
  doubt(_tableId: TableId): void {}

  async release(tableIds: readonly TableId[]): Promise<void> {
    for (const id of tableIds) this.tables.delete(id);
  }

  handOver(tableIds: readonly TableId[]): Promise<void> {
    return this.release(tableIds);
  }

  watch(): () => void {
    return () => undefined;
  }
}

/** There is no other process. */
export class SoleNodes extends Nodes {
  forward(owner: NodeId): Promise<number> {
    return Promise.reject(new Error(`There is no process ${owner}: this one is alone.`));
  }

  tables(): readonly TableSummary[] {
    return [];
  }

  summary(): undefined {
    return undefined;
  }
}
