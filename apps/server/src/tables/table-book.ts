import { Refusal } from '@trellis/games/kit';
import type { TableId } from '@trellis/facade';
import type { Request, Table, Tables } from '@trellis/tables';

/** A shelf of tables beside those of the club: whose ids it knows by looking at them. */
export interface Shelf {
  readonly holds: (tableId: TableId) => boolean;
  /** Throws the refusal `no-such-table`. */
  readonly read: (tableId: TableId) => Promise<Table>;
  readonly handle: (tableId: TableId, request: Request) => Promise<number>;
}

/** Finds every table there is, wherever it is kept: the club's in the journal, others in memory. */
export class TableBook {
  private readonly shelves: Shelf[] = [];

  constructor(private readonly tables: Tables) {}

  add(shelf: Shelf): void {
    this.shelves.push(shelf);
  }

  read(tableId: TableId): Promise<Table> {
    return (this.shelfOf(tableId) ?? this.tables).read(tableId);
  }

  handle(tableId: TableId, request: Request): Promise<number> {
    return (this.shelfOf(tableId) ?? this.tables).handle(tableId, request);
  }

  private shelfOf(tableId: TableId): Shelf | undefined {
    return this.shelves.find(({ holds }) => holds(tableId));
  }
}

/** For tables where nobody may do anything but look. */
export function onlyToLookAt(): Promise<never> {
  return Promise.reject(new Refusal('not-now', 'This table can only be looked at.'));
}
