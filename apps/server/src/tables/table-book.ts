import { Refusal } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import type { Request, Table, Tables } from '@trellis/tables';

/** What people do with a table once they have found it. */
type Reach = Pick<Tables, 'read' | 'handle' | 'automatic'>;

/** A shelf of tables beside those of the club: whose ids it knows by looking at them. */
export interface Shelf extends Reach {
  readonly holds: (tableId: TableId) => boolean;
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

  handle(tableId: TableId, request: Request): Promise<number> {
    return this.keeperOf(tableId).handle(tableId, request);
  }

  automatic(tableId: TableId, player: PlayerId, on: boolean): Promise<void> {
    return this.keeperOf(tableId).automatic(tableId, player, on);
  }

  private keeperOf(tableId: TableId): Reach {
    return this.shelves.find(({ holds }) => holds(tableId)) ?? this.tables;
  }
}

/** For tables where nobody may do anything but look. */
export function onlyToLookAt(): Promise<never> {
  return Promise.reject(new Refusal('not-now', 'This table can only be looked at.'));
}
