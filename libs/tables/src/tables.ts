import { presetOf, Refusal, resolveConventions } from '@trellis/games/kit';
import { hallSlots, type PlayerId, type TableId } from '@trellis/facade';
import { AwakeTables } from './awake-tables.js';
import { Lifeline } from './lifeline.js';
import { LiveTable, type LostBy } from './live-table.js';
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
import { TableNumbers, type Opening } from './table-numbers.js';
import { summaryOf, type TableSummary } from './table-summary.js';

/** At how many tables one player may be at once. */
export const mostTables = 8;
/** How often a request is handed to an owner, or a number tried, that turns out to be another one by then. */
const mostAttempts = 12;
/** Between two of them (ms): in all about the time in which the tables of a dead process are taken over. */
const attemptPause = 250;

/** How long a computer of the house takes over a decision, whatever it is (ms): longer than any of them thinks. */
export const usualComputerPause = (random: () => number): number => 400 + 1000 * random();

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
  /** Players who do not sit at the same table; without it nobody minds. */
  readonly areApart?: (one: PlayerId, other: PlayerId) => boolean;
  /** Throws the refusal of who may not sit down at a rated table now; without it everybody may. */
  readonly mustMayRate?: (player: PlayerId) => void;
  /** Default: 0.4 to 1.4 s. */
  readonly computerPause?: (random: () => number) => number;
  readonly report: (error: unknown, tableId: TableId | null) => void;
  /** The journal went away (moves wait, clocks stand still) or is back. */
  readonly onAvailable?: (available: boolean) => void;
  /** Another process owns the table by now, or has written to it first: this one has forgotten it. */
  readonly onLost?: (tableId: TableId, by: LostBy) => void;
  /** This process goes on with a table whose owner is gone. */
  readonly onTaken?: (table: Table) => void;
}

/** The tables of the club: sets and numbers them, and finds each where it is, here or in another process. */
export class Tables {
  private readonly here: AwakeTables;
  private readonly numbers = new TableNumbers(() => this.summaries());
  private readonly lifeline: Lifeline;
  private restarting = false;
  private stopWatching: (() => void) | undefined;
  private adopting: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TablesParts) {
    this.lifeline = new Lifeline(
      parts.directory.node,
      parts.journal,
      parts.clock,
      (ms) => this.here.credit(ms),
      (available) => parts.onAvailable?.(available),
    );
    this.here = new AwakeTables({
      ...parts,
      computerPause: parts.computerPause ?? usualComputerPause,
      interrupted: () => this.lifeline.interrupted(),
      onWriteFailed: () => this.lifeline.doubt(),
      // At the start nobody looks yet, and every table is told of afterwards.
      onTaken: (table) => this.stopWatching && parts.onTaken?.(table),
    });
  }

  /** Wakes the tables that fall to this process and credits running clocks with the time they had no owner. */
  async start(): Promise<void> {
    await this.here.adopt(await this.lifeline.start());
    this.stopWatching = this.parts.directory.watch({
      orphans: () => this.adoptLater(),
      again: () => this.here.confirmAll(),
      lost: (id) => this.here.lose(id),
    });
  }

  /** Takes no more requests, waits for those that were taken, and leaves the tables to other processes. */
  async stop(): Promise<void> {
    this.restarting = true;
    this.stopWatching?.();
    this.lifeline.stop();
    await this.adopting;
    await this.here.close();
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
    if (number > this.slots(game)) throw new Refusal('no-such-table');
    if (this.numbers.inUse(game).includes(number)) throw new Refusal('table-in-use');
    return this.open({ player, game, number });
  }

  /** Sits down at a gathering table with the default conventions, or sets one. */
  async playNow(player: PlayerId, game: string): Promise<TableId> {
    await this.mayAct();
    const rules = this.parts.games(game);
    if (rules && resolveConventions(rules.conventions).rated === true)
      this.parts.mustMayRate?.(player);
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
    return (await this.findHere(tableId)).handle(request);
  }

  /** Whether the player's forced actions at this table are done for him; lasts as long as its process runs. Throws as `read`. */
  async automatic(tableId: TableId, player: PlayerId, on: boolean): Promise<void> {
    (await this.findHere(tableId)).automatic(player, on);
  }

  /** The table as it is now. Throws the refusals `no-such-table`, and `not-owner` when it is not here. */
  async read(tableId: TableId): Promise<Table> {
    return (await this.findHere(tableId)).table;
  }

  /** A table that is kept elsewhere stands at this number. */
  reserve(game: string, number: number): void {
    this.numbers.reserve(game, number);
  }

  /** The process that owns the table; null: this one. Throws the refusal `no-such-table`. */
  async owner(tableId: TableId): Promise<NodeId | null> {
    const place = await this.find(tableId);
    return place instanceof LiveTable ? null : place.owner;
  }

  /** Whether this process has the table, as far as it knows without asking. */
  isHere(tableId: TableId): boolean {
    return this.here.get(tableId) !== undefined;
  }

  /** Every table of this process that is not free. */
  all(): readonly Table[] {
    return this.here
      .all()
      .map(({ table }) => table)
      .filter(({ phase }) => phase !== 'free');
  }

  /** Every table of the club that is not free, wherever it is. */
  summaries(): readonly TableSummary[] {
    const elsewhere = [...this.parts.nodes.tables()].filter(({ id }) => !this.here.get(id));
    return [...this.all().map(summaryOf), ...elsewhere];
  }

  /** What is known of one table without asking its owner. */
  summary(tableId: TableId): TableSummary | undefined {
    const live = this.here.get(tableId)?.table;
    if (live) return live.phase === 'free' ? undefined : summaryOf(live);
    return this.parts.nodes.summary(tableId);
  }

  slots(game: string): number {
    return hallSlots(this.numbers.inUse(game));
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
    // A table that this process has not heard of yet may stand there for longer than anybody waits.
    const taken = new Set<number>();
    for (let attempt = 1; ; attempt++) {
      const number = this.numbers.firstFree(game, taken);
      try {
        return await this.open({ player, game, number });
      } catch (error) {
        const inUse = error instanceof Refusal && error.code === 'table-in-use';
        if (!inUse || attempt === mostAttempts) throw error;
        taken.add(number);
      }
    }
  }

  private async open(opening: Opening): Promise<TableId> {
    const id = this.parts.chance.id();
    this.numbers.opens(opening);
    try {
      await this.parts.directory.open(id);
      const table = await this.here.wake(id);
      await table.handle({ kind: 'set', ...opening });
      return id;
    } catch (error) {
      await this.parts.directory.release([id]).catch(() => undefined);
      // The journal holds each number once: another process was faster.
      const conflict = error instanceof Refusal && error.code === 'try-again';
      throw conflict && opening.number !== null ? new Refusal('table-in-use') : error;
    } finally {
      this.numbers.opened(opening);
    }
  }

  private async find(tableId: TableId): Promise<LiveTable | { readonly owner: NodeId }> {
    const place = await this.here.find(tableId);
    if (place) return place;
    // A directory that has forgotten the table hears of it again from the owner.
    throw new Refusal(this.parts.nodes.summary(tableId) ? 'not-owner' : 'no-such-table');
  }

  private async findHere(tableId: TableId): Promise<LiveTable> {
    const place = await this.find(tableId);
    if (place instanceof LiveTable) return place;
    throw new Refusal('not-owner');
  }

  private adoptLater(): void {
    this.adopting = this.adopting
      .then(() => {
        if (!this.restarting && !this.lifeline.interrupted()) return this.here.adopt(null, true);
        return undefined;
      })
      .catch((error: unknown) => this.parts.report(error, null));
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

  private mustHaveRoomFor(player: PlayerId): void {
    if (this.seatedAt(player).length + this.numbers.openedBy(player) < mostTables) return;
    throw new Refusal('too-many-tables', undefined, { most: mostTables });
  }

  private pause(ms: number): Promise<void> {
    const { clock } = this.parts;
    return new Promise((resolve) => void clock.at(clock.now() + ms, resolve));
  }
}

function emptySeats({ seats }: TableSummary): number {
  return seats.filter(({ kind }) => kind === 'empty').length;
}
