import { Latest } from './latest.js';
import type { PlayerId, TableId, TableRow } from './public-club.js';

/** How many tables that are gone are remembered, so that late news of them changes nothing. */
const goneTables = 10_000;

/** The tables as they were last told, however late and often that comes. */
export class TableRows {
  private readonly rows: Map<TableId, TableRow>;
  private readonly gone = new Latest<true>(goneTables);

  constructor(known: readonly TableRow[] = []) {
    this.rows = new Map(known.map((table) => [table.id, table]));
  }

  change(table: TableRow): void {
    const { id, version } = table;
    if (version <= (this.rows.get(id)?.version ?? -Infinity)) return;
    // Whoever is told of it as it was when it was taken for gone knows better: an end has a version of its own.
    if (version < (this.gone.at(id) ?? -Infinity)) return;
    this.rows.set(id, table);
  }

  remove(id: TableId, version: number): void {
    this.gone.set(id, true, version);
    if ((this.rows.get(id)?.version ?? Infinity) <= version) this.rows.delete(id);
  }

  get(id: TableId): TableRow | undefined {
    return this.rows.get(id);
  }

  all(): readonly TableRow[] {
    return [...this.rows.values()];
  }

  inPlay(): readonly TableRow[] {
    return this.all().filter(({ phase }) => phase === 'playing');
  }

  /** Tables at which this player's game goes on. */
  playedBy(id: PlayerId): readonly TableRow[] {
    return this.inPlay().filter(({ seats }) =>
      seats.some((seat) => seat.kind === 'player' && seat.player.id === id),
    );
  }

  /** Those that are gone, with the version of their end. */
  *removed(): IterableIterator<{ id: TableId; version: number }> {
    for (const { key, at } of this.gone) yield { id: key, version: at };
  }
}
