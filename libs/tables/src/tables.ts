import { presetOf, Refusal } from '@trellis/games/kit';
import { hallSlots, type PlayerId, type TableId } from '@trellis/facade';
import { Lifeline } from './lifeline.js';
import { LiveTable, type LiveTableParts } from './live-table.js';
import type {
  Audience,
  Chance,
  Clock,
  Directory,
  Games,
  Journal,
  NodeId,
  Nodes,
  Results,
  Thinker,
} from './ports.js';
import type { Request } from './request.js';
import type { Table } from './table.js';
import { summaryOf, type TableSummary } from './table-summary.js';

/** At how many tables one player may be at once. */
export const mostTables = 8;
/** How often a request is handed to an owner, or a number tried, that turns out to be another one by then. */
const mostAttempts = 12;
/** Between two of them (ms): in all about the time in which the tables of a dead process are taken over. */
const attemptPause = 250;

export interface TablesParts {
  readonly journal: Journal;
  readonly results: Results;
  readonly audience: Audience;
  readonly directory: Directory;
  readonly nodes: Nodes;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly games: Games;
  /** Default: 0.4 to 1.4 s. */
  readonly computerPause?: (random: () => number) => number;
  readonly report: (error: unknown, tableId: TableId | null) => void;
  /** The journal went away (moves wait, clocks stand still) or is back. */
  readonly onAvailable?: (available: boolean) => void;
  /** Another process owns the table by now, or has written to it first: this one has forgotten it. */
  readonly onLost?: (tableId: TableId) => void;
  /** This process goes on with a table whose owner is gone. */
  readonly onTaken?: (table: Table) => void;
}

/** The tables of the club: wakes those that this process owns, finds the owners of the others, numbers them all. */
export class Tables {
  private readonly live = new Map<TableId, LiveTable>();
  private readonly waking = new Map<TableId, Promise<LiveTable>>();
  /** Tables whose journal does not fit this club's rules; kept as they are for an operator to look at. */
  private readonly broken = new Set<TableId>();
  /** Tables whose first entry is being written: their numbers are given out already. */
  private readonly opening = new Set<Opening>();
  private readonly lifeline: Lifeline;
  private readonly tableParts: LiveTableParts;
  private restarting = false;
  private stopWatching: (() => void) | undefined;
  private adopting: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TablesParts) {
    this.lifeline = new Lifeline(
      parts.directory.node,
      parts.journal,
      parts.clock,
      (ms) => this.credit(ms),
      (available) => parts.onAvailable?.(available),
    );
    this.tableParts = {
      ...parts,
      computerPause: parts.computerPause ?? ((random) => 400 + 1000 * random()),
      interrupted: () => this.lifeline.interrupted(),
    };
  }

  /** Wakes the tables that fall to this process and credits running clocks with the time they had no owner. */
  async start(): Promise<void> {
    const lastAlive = await this.lifeline.start();
    await this.adopt(lastAlive);
    this.stopWatching = this.parts.directory.watch({
      orphans: () => this.adoptLater(),
      lost: (id) => this.lose(id),
    });
  }

  /** Takes no more requests, waits for those that were taken, and leaves the tables to other processes. */
  async stop(): Promise<void> {
    this.restarting = true;
    this.stopWatching?.();
    this.lifeline.stop();
    await this.adopting.catch(() => undefined);
    const tables = [...this.live.values()];
    await Promise.all(tables.map((table) => table.drained()));
    for (const table of tables) table.close();
    await this.parts.directory.release(tables.map(({ table }) => table.id));
  }

  /** Sets a table: at this number of the hall, at the first free one, or a private one without a number. */
  async set(
    player: PlayerId,
    {
      game,
      number,
      private: isPrivate = false,
    }: { game: string; number?: number; private?: boolean },
  ): Promise<TableId> {
    await this.mayAct();
    if (!this.parts.games(game)) throw new Refusal('no-such-game');
    this.mustHaveRoomFor(player);
    if (isPrivate) return this.open({ player, game, number: null });
    if (number === undefined) return this.openFirstFree(player, game);
    const used = this.numbersInUse(game);
    if (number > hallSlots(used)) throw new Refusal('no-such-table');
    if (used.includes(number)) throw new Refusal('table-in-use');
    return this.open({ player, game, number });
  }

  /** Sits down at a gathering table with the default conventions, or sets one. */
  async playNow(player: PlayerId, game: string): Promise<TableId> {
    await this.mayAct();
    for (const table of this.fitting(game, player)) {
      const seat = table.seats.findIndex(({ kind }) => kind === 'empty');
      try {
        await this.handle(table.id, { kind: 'sit', player, seat });
        return table.id;
      } catch (error) {
        // Somebody was faster: the next table.
        if (!(error instanceof Refusal)) throw error;
      }
    }
    const id = await this.set(player, { game });
    await this.handle(id, { kind: 'choose-conventions', player, conventions: {} });
    return id;
  }

  /** Returns the new `seq`. Throws a `Refusal`. */
  async handle(tableId: TableId, request: Request): Promise<number> {
    await this.mayAct();
    if (request.kind === 'sit') this.mustHaveRoomFor(request.player);
    return this.reach(
      tableId,
      (table) => table.handle(request),
      (owner) => this.parts.nodes.forward(owner, tableId, request),
    );
  }

  /** Does something where the table is; follows it for a while when it moves. Throws `try-again` when it does not settle. */
  async reach<T>(
    tableId: TableId,
    here: (table: LiveTable) => Promise<T>,
    there: (owner: NodeId) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const place = await this.find(tableId);
        return await (place instanceof LiveTable ? here(place) : there(place.owner));
      } catch (error) {
        const moved = error instanceof Refusal && error.code === 'not-owner';
        if (!moved) throw error;
        if (attempt === mostAttempts) throw new Refusal('try-again');
        await this.pause(attemptPause);
      }
    }
  }

  /** A request that another process handed over: it goes no further. Throws `not-owner` when the table is not here. */
  async handleHere(tableId: TableId, request: Request): Promise<number> {
    if (this.restarting) throw new Refusal('not-owner');
    await this.mayAct();
    return (await this.here(tableId)).handle(request);
  }

  /** The table as it is now. Throws the refusals `no-such-table`, and `not-owner` when it is not here. */
  async read(tableId: TableId): Promise<Table> {
    return (await this.here(tableId)).table;
  }

  /** The process that owns the table: this one is `null`. Throws the refusal `no-such-table`. */
  async owner(tableId: TableId): Promise<NodeId | null> {
    const place = await this.find(tableId);
    return place instanceof LiveTable ? null : place.owner;
  }

  /** Every table of this process that is not free. */
  all(): readonly Table[] {
    return [...this.live.values()]
      .map(({ table }) => table)
      .filter(({ phase }) => phase !== 'free');
  }

  /** Every table of the club that is not free, wherever it is. */
  summaries(): readonly TableSummary[] {
    const here = this.all();
    const elsewhere = [...this.parts.nodes.tables()].filter(({ id }) => !this.live.has(id));
    return [...here.map(summaryOf), ...elsewhere];
  }

  /** What is known of one table without asking its owner. */
  summary(tableId: TableId): TableSummary | undefined {
    const live = this.live.get(tableId)?.table;
    if (live) return live.phase === 'free' ? undefined : summaryOf(live);
    return this.parts.nodes.summary(tableId);
  }

  slots(game: string): number {
    return hallSlots(this.numbersInUse(game));
  }

  /** Tables where the player has set the conventions' dialog, sits, or stays after a game. */
  seatedAt(player: PlayerId): readonly TableSummary[] {
    return this.summaries().filter(({ players }) => players.includes(player));
  }

  private async mayAct(): Promise<void> {
    if (this.restarting) throw new Refusal('restarting');
    if (!this.lifeline.interrupted()) return;
    try {
      await this.lifeline.recover();
    } catch {
      throw new Refusal('storage-away');
    }
  }

  private async openFirstFree(player: PlayerId, game: string): Promise<TableId> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.open({ player, game, number: this.firstFree(game) });
      } catch (error) {
        const taken = error instanceof Refusal && error.code === 'table-in-use';
        if (!taken || attempt === mostAttempts) throw error;
        await this.pause(attemptPause);
      }
    }
  }

  private async open(opening: Opening): Promise<TableId> {
    const id = this.parts.chance.id();
    this.opening.add(opening);
    try {
      await this.parts.directory.open(id);
      const table = await this.wake(id);
      await table.handle({ kind: 'set', ...opening });
      return id;
    } catch (error) {
      await this.parts.directory.release([id]).catch(() => undefined);
      // The journal holds each number once: another process was faster.
      const conflict = error instanceof Refusal && error.code === 'try-again';
      throw conflict && opening.number !== null ? new Refusal('table-in-use') : error;
    } finally {
      this.opening.delete(opening);
    }
  }

  /** A table of this process, or the process that owns it. */
  private async find(tableId: TableId): Promise<LiveTable | { readonly owner: NodeId }> {
    const live = this.live.get(tableId);
    if (live && live.table.phase !== 'free') return live;
    const place = await this.parts.directory.locate(tableId);
    // A directory that has forgotten hears it again from the owner.
    if (!place) throw new Refusal(this.parts.nodes.summary(tableId) ? 'not-owner' : 'no-such-table');
    if (!place.mine) return place;
    const table =
      place.before === null
        ? await this.wake(tableId)
        : await this.takeOver(tableId, await this.parts.journal.lastBeat(place.before));
    if (table.table.phase !== 'free') return table;
    await this.drop(tableId);
    throw new Refusal('no-such-table');
  }

  private async here(tableId: TableId): Promise<LiveTable> {
    const place = await this.find(tableId);
    if (place instanceof LiveTable) return place;
    throw new Refusal('not-owner');
  }

  private wake(tableId: TableId): Promise<LiveTable> {
    if (this.broken.has(tableId)) throw new Refusal('table-broken');
    const live = this.live.get(tableId);
    if (live) return Promise.resolve(live);
    const underWay = this.waking.get(tableId);
    if (underWay) return underWay;
    const waking = LiveTable.wake(tableId, this.tableParts, (over) => {
      if (this.live.get(tableId) === over) this.live.delete(tableId);
      if (over.table.phase === 'free') void this.drop(tableId);
    })
      .then((table) => {
        this.live.set(tableId, table);
        return table;
      })
      .finally(() => this.waking.delete(tableId));
    this.waking.set(tableId, waking);
    return waking;
  }

  /** Wakes a table whose owner was last alive at `lastAlive` (ms) and credits its clocks with the time since. */
  private async takeOver(tableId: TableId, lastAlive: number | null): Promise<LiveTable> {
    const table = await this.wake(tableId);
    const ms = lastAlive === null ? 0 : this.parts.clock.now() - lastAlive;
    if (table.table.phase === 'free') return table;
    if (ms > 0) await table.handle({ kind: 'credit', ms });
    if (this.stopWatching) this.parts.onTaken?.(table.table);
    return table;
  }

  private async drop(tableId: TableId): Promise<void> {
    this.live.delete(tableId);
    // A directory that cannot be reached forgets the table when this process is gone.
    await this.parts.directory.release([tableId]).catch(() => undefined);
  }

  /** Another process owns the table by now. */
  private lose(tableId: TableId): void {
    this.live.get(tableId)?.close();
    this.live.delete(tableId);
    this.parts.onLost?.(tableId);
  }

  private adoptLater(): void {
    this.adopting = this.adopting
      .then(() => (this.restarting || this.lifeline.interrupted() ? undefined : this.adopt(null)))
      .catch((error: unknown) => this.parts.report(error, null));
  }

  /**
   * Goes on with every table of the journal that has no owner and falls to this process. Who owned it is known by the
   * directory, or else the whole club was away since `lastAlive` (ms).
   */
  private async adopt(lastAlive: number | null): Promise<void> {
    const { directory, journal } = this.parts;
    const adopted = await directory.adopt(await journal.tables());
    const beats = new Map<NodeId | null, number | null>([[null, lastAlive]]);
    for (const [id, before] of adopted) {
      if (!beats.has(before)) beats.set(before, await journal.lastBeat(before ?? undefined));
      await this.goOn(id, () => this.takeOver(id, beats.get(before) ?? null));
    }
  }

  /** After an outage of `ms`: this process's tables are here, with their clocks credited. */
  private async credit(ms: number): Promise<void> {
    const since = this.parts.clock.now() - ms;
    for (const id of this.parts.directory.owned())
      await this.goOn(id, () => this.takeOver(id, since));
  }

  private async goOn(id: TableId, wake: () => Promise<LiveTable>): Promise<void> {
    try {
      const { table } = await wake();
      if (table.phase !== 'free') return;
      await this.drop(id);
      await this.parts.journal.forget(id);
    } catch (error) {
      if (error instanceof Refusal) return;
      this.broken.add(id);
      this.parts.report(error, id);
    }
  }

  private fitting(game: string, player: PlayerId): readonly TableSummary[] {
    const rules = this.parts.games(game);
    if (!rules) throw new Refusal('no-such-game');
    const usual = rules.conventions.presets[0]?.id;
    return this.summaries()
      .filter((table) => table.game === game && table.number !== null)
      .filter(({ phase, conventions }) => phase === 'gathering' && conventions !== null)
      .filter(({ conventions }) => presetOf(rules.conventions, conventions!) === usual)
      .filter((table) => !table.players.includes(player) && emptySeats(table) > 0)
      .sort((a, b) => emptySeats(a) - emptySeats(b) || a.number! - b.number!);
  }

  private numbersInUse(game: string): readonly number[] {
    return [...this.summaries(), ...this.opening]
      .filter((each) => each.game === game)
      .flatMap(({ number }) => number ?? []);
  }

  private firstFree(game: string): number {
    const used = new Set(this.numbersInUse(game));
    let number = 1;
    while (used.has(number)) number++;
    return number;
  }

  private mustHaveRoomFor(player: PlayerId): void {
    const opening = [...this.opening].filter((each) => each.player === player).length;
    if (this.seatedAt(player).length + opening < mostTables) return;
    throw new Refusal('too-many-tables', undefined, { most: mostTables });
  }

  private pause(ms: number): Promise<void> {
    const { clock } = this.parts;
    return new Promise((resolve) => void clock.at(clock.now() + ms, resolve));
  }
}

interface Opening {
  readonly player: PlayerId;
  readonly game: string;
  readonly number: number | null;
}

function emptySeats({ seats }: TableSummary): number {
  return seats.filter(({ kind }) => kind === 'empty').length;
}
