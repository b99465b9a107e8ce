import { Refusal } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import type { NodeId, Request, Table, Tables, TableSummary } from '@trellis/tables';

/** What people do with a table once they have found it. */
type Reach = Pick<Tables, 'read' | 'handle' | 'automatic' | 'summary'>;

/** A shelf of tables beside those of the club: whose ids it knows by looking at them. */
export interface Shelf extends Reach {
  readonly holds: (tableId: TableId) => boolean;
  /** The process that has it; null, and where this is left out: this one. */
  readonly owner?: (tableId: TableId) => Promise<NodeId | null>;
  /** Whether this process has it, as far as it knows without asking. Left out: it has. */
  readonly isHere?: (tableId: TableId) => boolean;
}

/** Finds every table there is, wherever it is kept: the club's in the journal, others in memory. */
export class TableBook {
  private readonly shelves: Shelf[] = [];

  constructor(private readonly tables: Tables) {}

  add(shelf: Shelf): void {
    this.shelves.push(shelf);
  }

  read(tableId: TableId): Promise<Table> {
    return this.keeperOf(tableId).read(tableId);
  }

  summary(tableId: TableId): TableSummary | undefined {
    return this.keeperOf(tableId).summary(tableId);
  }

  /** Null: this process. */
  async owner(tableId: TableId): Promise<NodeId | null> {
    const shelf = this.shelfOf(tableId);
    if (!shelf) return this.tables.owner(tableId);
    return (await shelf.owner?.(tableId)) ?? null;
  }

  /** Whether this process has the table, as far as it knows without asking. */
  isHere(tableId: TableId): boolean {
    const shelf = this.shelfOf(tableId);
    return shelf ? (shelf.isHere?.(tableId) ?? true) : this.tables.isHere(tableId);
  }

  async reach<T>(
    tableId: TableId,
    here: () => Promise<T>,
    there: (owner: NodeId) => Promise<T>,
  ): Promise<T> {
    if (!this.shelfOf(tableId)) return this.tables.reach(tableId, here, there);
    try {
      const owner = await this.owner(tableId);
      return await (owner === null ? here() : there(owner));
    } catch (error) {
      const moved = error instanceof Refusal && error.code === 'not-owner';
      throw moved ? new Refusal('try-again') : error;
    }
  }

  handle(tableId: TableId, request: Request): Promise<number> {
    return this.keeperOf(tableId).handle(tableId, request);
  }

  automatic(tableId: TableId, player: PlayerId, on: boolean): Promise<void> {
    return this.keeperOf(tableId).automatic(tableId, player, on);
  }

  /** A request that another process handed over, or one that follows a look at a table here. */
  handleHere(tableId: TableId, request: Request): Promise<number> {
    const shelf = this.shelfOf(tableId);
    return shelf ? shelf.handle(tableId, request) : this.tables.handleHere(tableId, request);
  }

  private keeperOf(tableId: TableId): Reach {
    return this.shelfOf(tableId) ?? this.tables;
  }

  private shelfOf(tableId: TableId): Shelf | undefined {
    return this.shelves.find(({ holds }) => holds(tableId));
  }
}

/** For tables where nobody may do anything but look. */
export function onlyToLookAt(): Promise<never> {
  return Promise.reject(new Refusal('not-now', 'This table can only be looked at.'));
}
