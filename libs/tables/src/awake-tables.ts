import { Refusal } from '@trellis/games/kit';
import { isOfHouse, type TableId } from '@trellis/facade';
import { GivenUp } from './given-up.js';
import { JournalUnfit, LiveTable, type LiveTableParts } from './live-table.js';
import type { Directory, NodeId, Place } from './ports.js';
import type { Table } from './table.js';

/** How often a table whose journal does not answer is tried again (ms). */
const wakeAgainEvery = 1000;
/** How many tables are woken at once: more only wait for the journal's connections. */
const wakenTogether = 50;

export interface AwakeTablesParts extends Omit<LiveTableParts, 'report'> {
  readonly directory: Directory;
  readonly report: (error: unknown, tableId: TableId | null) => void;
  /** This process goes on with a table whose owner is gone. */
  readonly onTaken?: (table: Table) => void;
}

/** A table without an owner. */
interface Left {
  /** When somebody was last known to have it (ms). */
  readonly lastBeat: number | null;
  /** He may still believe that it is his. */
  readonly fence: boolean;
}

/** The tables of this process: woken from their journals, kept awake through outages, lost to other processes. */
export class AwakeTables {
  private readonly live = new Map<TableId, LiveTable>();
  private readonly waking = new Map<TableId, Promise<LiveTable>>();
  /** Tables whose journal does not fit this club's rules; kept as they are for an operator to look at. */
  private readonly broken = new Set<TableId>();
  private readonly givenUp: GivenUp;
  /** How much of an outage each table has been given back, until all have (ms). */
  private readonly credited = new Map<TableId, number>();
  /** Tables with which this process goes on just now: their clocks are credited before anybody's request. */
  private readonly goingOn = new Map<TableId, Promise<unknown>>();
  /** Tables that the directory has given to this process, and with which it has not gone on yet. */
  private readonly given = new Map<TableId, Left>();
  /** Which tables those are is being asked. */
  private taking: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly parts: AwakeTablesParts) {
    this.givenUp = new GivenUp(parts);
  }

  get(tableId: TableId): LiveTable | undefined {
    return this.live.get(tableId);
  }

  all(): LiveTable[] {
    return [...this.live.values()];
  }

  /** A table of this process, or the process that owns it. Throws the refusal `no-such-table`, among others. */
  async find(tableId: TableId): Promise<LiveTable | { readonly owner: NodeId } | undefined> {
    await this.goingOn.get(tableId);
    const live = this.live.get(tableId);
    if (live && live.table.phase !== 'free') {
      if (!this.parts.directory.certain) await live.confirm();
      return live;
    }
    // Whoever asks for a table that was just left to others must not get it taken back.
    if (this.closed) throw new Refusal('not-owner');
    const place = await this.parts.directory.locate(tableId);
    if (!place) return undefined;
    if (!place.mine) return place;
    const underWay = this.goingOn.get(tableId);
    if (underWay) {
      await underWay;
      return this.find(tableId);
    }
    const table = await this.goesOn(tableId, () => this.takeFrom(tableId, place));
    if (table.table.phase !== 'free') return table;
    await this.drop(tableId);
    return undefined;
  }

  /** Until it is over whoever asks for the table waits, however it ends. */
  private goesOn<T>(tableId: TableId, work: () => Promise<T>): Promise<T> {
    const working = work();
    const over = working
      .catch(() => undefined)
      .finally(() => {
        if (this.goingOn.get(tableId) === over) this.goingOn.delete(tableId);
      });
    this.goingOn.set(tableId, over);
    return working;
  }

  /** Whoever was faster, who asked for it or whoever the directory gave it to, knows from whom it comes. */
  private async takeFrom(
    tableId: TableId,
    { before, regained = false, remembered = false }: Extract<Place, { mine: true }>,
  ): Promise<LiveTable> {
    await this.taking;
    const given = this.given.get(tableId);
    const lastBeat =
      before === null ? (given?.lastBeat ?? null) : await this.parts.journal.lastBeat(before);
    const fence = regained || before !== null || given?.fence === true;
    const newest = this.newestOf(tableId, !remembered || this.parts.directory.certain);
    const table = await this.takeOver(tableId, { ms: this.absence(lastBeat), fence, newest });
    this.given.delete(tableId);
    return table;
  }

  /** Throws the refusals `table-broken`, and `try-again` when its journal goes further than `newest`. */
  wake(tableId: TableId, newest = Infinity): Promise<LiveTable> {
    if (this.broken.has(tableId)) throw new Refusal('table-broken');
    const live = this.live.get(tableId);
    if (live) return Promise.resolve(live);
    const underWay = this.waking.get(tableId);
    if (underWay) return underWay;
    const waking = this.wakeNow(tableId, newest)
      .catch((error: unknown) => {
        if (!(error instanceof JournalUnfit)) throw error;
        this.broken.add(tableId);
        this.parts.report(error.cause, tableId);
        throw new Refusal('table-broken');
      })
      .finally(() => this.waking.delete(tableId));
    this.waking.set(tableId, waking);
    return waking;
  }

  /**
   * Goes on with every table of the journal that has no owner and falls to this process. Who owned it is known by the
   * directory, or else the whole club was away since `lastAlive` (ms). With `others` somebody may be left who believes that a
   * table is his. Rejects when the journal goes away meanwhile.
   */
  async adopt(lastAlive: number | null, others = false): Promise<void> {
    const taking = this.take(await this.parts.journal.tables(), lastAlive, others);
    this.taking = taking.catch(() => undefined);
    await this.goOn(await taking, (id) => this.goOnWithGiven(id));
  }

  /** The directory gives this process those of the tables that fall to it. */
  private async take(
    tables: readonly TableId[],
    lastAlive: number | null,
    fence: boolean,
  ): Promise<TableId[]> {
    const { directory, journal } = this.parts;
    const adopted = await directory.adopt(tables);
    const beats = new Map<NodeId | null, number | null>([[null, lastAlive]]);
    for (const before of new Set(adopted.values()))
      if (before !== null) beats.set(before, await journal.lastBeat(before));
    for (const [id, before] of adopted)
      this.given.set(id, { lastBeat: beats.get(before) ?? null, fence });
    return [...adopted.keys()];
  }

  private async goOnWithGiven(id: TableId): Promise<void> {
    for (let asked = this.goingOn.get(id); asked; asked = this.goingOn.get(id)) await asked;
    // Whoever asked for it meanwhile has brought it here, with its clocks credited.
    if (this.live.has(id)) this.given.delete(id);
    else if (this.given.has(id)) await this.goesOn(id, () => this.goOnWith(id, 0, true));
  }

  /** After an outage of `ms`: this process's tables are here, with their clocks credited. Asked again, it goes on where it failed. */
  async credit(ms: number): Promise<void> {
    const { directory } = this.parts;
    // Tables of the house are in the directory, and in no journal.
    const kept = directory.owned().filter((id) => !isOfHouse(id));
    await this.goOn(kept, async (id) => {
      // Who has taken it meanwhile has credited it.
      const more = ms - (this.credited.get(id) ?? 0);
      if (directory.owns(id)) await this.goOnWith(id, more, directory.certain);
      this.credited.set(id, ms);
    });
    this.credited.clear();
  }

  /** This process may have been taken for dead: what others have written meanwhile is read again. */
  async confirmAll(): Promise<void> {
    const confirmed = await Promise.allSettled(this.all().map((table) => table.confirm()));
    for (const each of confirmed) {
      // A table that turned out to be old has been forgotten by then.
      const old = each.status === 'rejected' && isOld(each.reason);
      if (each.status === 'rejected' && !old) throw each.reason;
    }
  }

  /** Another process owns the table by now. */
  lose(tableId: TableId): void {
    this.live.get(tableId)?.close();
    this.live.delete(tableId);
    this.givenUp.delete(tableId);
    this.given.delete(tableId);
    this.parts.onLost?.(tableId, 'directory');
  }

  async drop(tableId: TableId): Promise<void> {
    this.live.delete(tableId);
    // A directory that cannot be reached forgets the table when this process is gone.
    await this.parts.directory.release([tableId]).catch(() => undefined);
  }

  /** Waits for what was asked, and leaves the tables to other processes. */
  async close(): Promise<void> {
    this.closed = true;
    const tables = this.all();
    await Promise.all(tables.map((table) => table.drained()));
    for (const table of tables) table.close();
    this.live.clear();
    // A directory that cannot be reached finds out by itself that this process is gone.
    await this.parts.directory.handOver(tables.map(({ table }) => table.id)).catch(() => undefined);
  }

  private async wakeNow(tableId: TableId, newest: number): Promise<LiveTable> {
    const table = await LiveTable.wake(tableId, this.parts, (over, lost) => this.over(over, lost));
    if (table.table.seq > newest) {
      table.close();
      throw new Refusal('try-again');
    }
    await this.givenUp.catchUp(table);
    this.live.set(tableId, table);
    return table;
  }

  /**
   * The newest entry with which this process may go on. Whoever may have lost the table, and has given it up in the middle of a
   * write, must find it as he left it: behind what another one has written he would take back what is no longer his.
   */
  private newestOf(id: TableId, isMine: boolean): number {
    return isMine ? Infinity : this.givenUp.seqOf(id);
  }

  /** Wakes a table that was without an owner for `ms` and credits its clocks with it; `fence` as in `Request`, `newest` as in `wake`. */
  private async takeOver(
    tableId: TableId,
    { ms, fence, newest }: { ms: number; fence: boolean; newest: number },
  ): Promise<LiveTable> {
    const table = await this.wake(tableId, newest);
    if (table.table.phase !== 'free' && (ms > 0 || fence))
      await table.handle({ kind: 'credit', ms, fence });
    const taken = ms > 0 || fence;
    if (taken && table.table.phase !== 'free') this.parts.onTaken?.(table.table);
    return table;
  }

  private absence(lastAlive: number | null): number {
    return lastAlive === null ? 0 : Math.max(0, this.parts.clock.now() - lastAlive);
  }

  /** Some at a time. */
  private async goOn(ids: readonly TableId[], each: (id: TableId) => Promise<void>): Promise<void> {
    for (let first = 0; first < ids.length; first += wakenTogether)
      await Promise.all(ids.slice(first, first + wakenTogether).map(each));
  }

  /** Wakes a table and credits it with so much (ms), and with the time before it was given to this process. */
  private async goOnWith(id: TableId, more: number, isMine: boolean): Promise<void> {
    const given = this.given.get(id);
    const ms = given ? Math.max(more, this.absence(given.lastBeat)) : more;
    const fence = given?.fence ?? false;
    try {
      const newest = this.newestOf(id, isMine);
      const { table } = await this.takeOver(id, { ms, fence, newest });
      this.given.delete(id);
      if (table.phase !== 'free') return;
      await this.drop(id);
      await this.parts.journal.forget(id);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'storage-away') throw error;
      // Should it be this process's after all, nobody plays there before it is credited.
      if (this.parts.directory.owns(id))
        this.given.set(id, { lastBeat: this.parts.clock.now() - ms, fence });
    }
  }

  /** A table has become free, or a write failed and only the journal knows where it stands; `lost`: another owner has written. */
  private over(table: LiveTable, lost = false): void {
    const { id, phase } = table.table;
    if (this.live.get(id) === table) this.live.delete(id);
    if (lost) this.parts.directory.doubt(id);
    if (phase === 'free') {
      void this.drop(id);
    } else {
      this.givenUp.add(table);
      this.wakeAgain(id);
    }
  }

  /** Its people wait and its clocks must run: nobody need ask for it first. */
  private wakeAgain(id: TableId): void {
    if (this.closed || this.live.has(id) || this.broken.has(id) || !this.givenUp.has(id)) return;
    this.wakeIfMine(id).catch(() => {
      const { clock } = this.parts;
      clock.at(clock.now() + wakeAgainEvery, () => this.wakeAgain(id));
    });
  }

  private async wakeIfMine(id: TableId): Promise<void> {
    if (!((await this.find(id)) instanceof LiveTable)) this.givenUp.delete(id);
  }
}

function isOld(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'not-owner';
}
