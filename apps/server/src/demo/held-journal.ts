import type { TableId } from '@trellis/facade';
import { Journal, Results, type Ended, type Ending, type Entry } from '@trellis/tables';

/**
 * The journal of one table whose game nobody waits for: entries are written together when it ends, not one by one. A crash
 * loses the game, which is then played again.
 */
export class HeldJournal extends Journal {
  private held: Entry[] = [];

  constructor(private readonly journal: Journal) {
    super();
  }

  async append(_tableId: TableId, entries: readonly Entry[]): Promise<void> {
    this.held.push(...entries);
  }

  async write(tableId: TableId): Promise<void> {
    const { held } = this;
    this.held = [];
    if (held.length > 0) await this.journal.append(tableId, held);
  }

  read(tableId: TableId): Promise<readonly Entry[]> {
    return this.journal.read(tableId);
  }

  newest(tableId: TableId): Promise<number> {
    const last = this.held.at(-1);
    return last ? Promise.resolve(last.seq) : this.journal.newest(tableId);
  }

  tables(): Promise<readonly TableId[]> {
    return this.journal.tables();
  }

  async forget(tableId: TableId): Promise<void> {
    await this.write(tableId);
    await this.journal.forget(tableId);
  }

  beat(...asked: Parameters<Journal['beat']>): Promise<void> {
    return this.journal.beat(...asked);
  }

  lastBeat(...asked: Parameters<Journal['lastBeat']>): Promise<number | null> {
    return this.journal.lastBeat(...asked);
  }
}

/** The end of a game finds in the journal what came before it. */
export class ResultsAfterHeld extends Results {
  constructor(
    private readonly results: Results,
    private readonly journal: HeldJournal,
  ) {
    super();
  }

  async finish(ending: Ending): Promise<Ended> {
    await this.journal.write(ending.tableId);
    return this.results.finish(ending);
  }
}
