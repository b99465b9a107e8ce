import type { TableId } from '@trellis/facade';
import {
  Journal,
  type Ended,
  type Ending,
  type Entry,
  type NodeId,
  type Results,
} from '@trellis/tables';
import type { Log } from '../http/log.js';
import { followedRequest } from '../http/request-trail.js';

/** Told of every append; `Metrics` is one. */
export interface JournalWitness {
  journalAppended(entries: number, seconds: number): void;
}

/** A journal that says how long it took to make moves durable. */
export class MeasuredJournal extends Journal {
  constructor(
    private readonly journal: Journal,
    private readonly witness: JournalWitness,
    private readonly log: Pick<Log, 'debug'>,
  ) {
    super();
  }

  async append(tableId: TableId, entries: readonly Entry[]): Promise<void> {
    const begun = performance.now();
    await this.journal.append(tableId, entries);
    this.witness.journalAppended(entries.length, (performance.now() - begun) / 1000);
    this.tell(tableId, entries);
  }

  /** The same results: a game's last entries are written with what it comes to. */
  watching(results: Results): Results {
    const finish = async (ending: Ending): Promise<Ended> => {
      const ended = await results.finish(ending);
      this.tell(ending.tableId, ending.entries);
      return ended;
    };
    return { finish };
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

  /** For whose request; what the clock does is for nobody's. */
  private tell(table: TableId, entries: readonly Entry[]): void {
    const seq = entries.at(-1)?.seq;
    this.log.debug({ requestId: followedRequest(), table, seq }, 'journal');
  }
}
