import { presetOf, Refusal } from '@trellis/games/kit';
import { hallSlots, type PlayerId, type TableId } from '@trellis/facade';
import { Lifeline } from './lifeline.js';
import { JournalUnfit, LiveTable, type LiveTableParts } from './live-table.js';
import { JournalConflict } from './ports.js';
import type {
  Audience,
  Chance,
  Clock,
  Directory,
  Ending,
  Games,
  Journal,
  Results,
  Thinker,
} from './ports.js';
import type { Request } from './request.js';
import type { Table } from './table.js';

/** At how many tables one player may be at once. */
export const mostTables = 8;
/** How often a table whose journal does not answer is tried again (ms). */
const wakeAgainEvery = 1000;
/** How many tables are woken at once: more only wait for the journal's connections. */
const wakenTogether = 50;

export interface TablesParts {
  readonly journal: Journal;
  readonly results: Results;
  readonly audience: Audience;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly games: Games;
  /** Players who do not sit at the same table; without it nobody minds. */
  readonly areApart?: (one: PlayerId, other: PlayerId) => boolean;
  /** Default: 0.4 to 1.4 s. */
  readonly computerPause?: (random: () => number) => number;
  readonly report: (error: unknown, tableId: TableId | null) => void;
  /** The journal went away (moves wait, clocks stand still) or is back. */
  readonly onAvailable?: (available: boolean) => void;
}

/** All tables of the club that this process owns: wakes them, finds them, numbers them. */
export class Tables {
  private readonly live = new Map<TableId, LiveTable>();
  private readonly waking = new Map<TableId, Promise<LiveTable>>();
  /** Tables of the journal that this process owns: an unknown id costs no query. */
  private readonly known = new Set<TableId>();
  /** Tables whose journal does not fit this club's rules; kept as they are for an operator to look at. */
  private readonly broken = new Set<TableId>();
  /** Tables whose first entry is being written: their numbers are given out already. */
  private readonly opening = new Set<Opening>();
  /** Tables that a failing write ended: what became of it is shown when they are awake again. */
  private readonly givenUp = new Map<TableId, LiveTable>();
  /** How much of an outage each table has been given back, until all have (ms). */
  private readonly credited = new Map<TableId, number>();
  private readonly lifeline: Lifeline;
  private readonly tableParts: LiveTableParts;
  private restarting = false;

  constructor(private readonly parts: TablesParts) {
    this.lifeline = new Lifeline(
      parts.journal,
      parts.clock,
      (ms) => this.wakeAll(ms),
      (available) => parts.onAvailable?.(available),
    );
    this.tableParts = {
      ...parts,
      computerPause: parts.computerPause ?? ((random) => 400 + 1000 * random()),
      interrupted: () => this.lifeline.interrupted(),
      onWriteFailed: () => this.lifeline.doubt(),
    };
  }

  /** Wakes every table of the journal and credits running clocks with the time the club was away. */
  async start(): Promise<void> {
    await this.wakeAll(await this.lifeline.start());
  }

  /** Takes no more requests and waits for those that were taken. */
  async stop(): Promise<void> {
    this.restarting = true;
    this.lifeline.stop();
    const tables = [...this.live.values()];
    await Promise.all(tables.map((table) => table.drained()));
    for (const table of tables) table.close();
    await Promise.all(tables.map(({ table }) => this.parts.directory.release(table.id)));
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
    const chosen = number ?? this.firstFree(game);
    const used = this.numbersInUse(game);
    if (chosen > hallSlots(used)) throw new Refusal('no-such-table');
    if (used.includes(chosen)) throw new Refusal('table-in-use');
    return this.open({ player, game, number: chosen });
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
    const table = await this.find(tableId);
    if (request.kind === 'sit') this.mustHaveRoomFor(request.player);
    return table.handle(request);
  }

  /** Whether the player's forced actions at this table are done for him; lasts as long as the club runs. Throws a `Refusal`. */
  async automatic(tableId: TableId, player: PlayerId, on: boolean): Promise<void> {
    (await this.find(tableId)).automatic(player, on);
  }

  /** The table as it is now. Throws the refusal `no-such-table`. */
  async read(tableId: TableId): Promise<Table> {
    return (await this.find(tableId)).table;
  }

  /** Numbered tables that are not free, by number. */
  publicTables(game: string): readonly Table[] {
    return this.all()
      .filter((table) => table.game === game && table.number !== null)
      .sort((a, b) => a.number! - b.number!);
  }

  /** Every table that is not free. */
  all(): readonly Table[] {
    return [...this.live.values()]
      .map(({ table }) => table)
      .filter(({ phase }) => phase !== 'free');
  }

  slots(game: string): number {
    return hallSlots(this.publicTables(game).map(({ number }) => number!));
  }

  /** Tables where the player has set the conventions' dialog, sits, or stays after a game. */
  seatedAt(player: PlayerId): readonly Table[] {
    return this.all().filter((table) => isAt(table, player));
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

  private async open(opening: Opening): Promise<TableId> {
    const id = this.parts.chance.id();
    this.opening.add(opening);
    this.known.add(id);
    try {
      const table = await this.wake(id);
      await table.handle({ kind: 'set', ...opening });
      return id;
    } finally {
      this.opening.delete(opening);
    }
  }

  private async find(tableId: TableId): Promise<LiveTable> {
    if (!this.known.has(tableId)) throw new Refusal('no-such-table');
    const table = this.live.get(tableId) ?? (await this.wake(tableId));
    if (table.table.phase !== 'free') return table;
    this.drop(tableId);
    throw new Refusal('no-such-table');
  }

  private wake(tableId: TableId): Promise<LiveTable> {
    if (this.broken.has(tableId)) throw new Refusal('table-broken');
    const underWay = this.waking.get(tableId);
    if (underWay) return underWay;
    const waking = this.wakeOwned(tableId)
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

  private async wakeOwned(tableId: TableId): Promise<LiveTable> {
    if (!(await this.parts.directory.claim(tableId))) throw new Refusal('try-again');
    const table = await LiveTable.wake(tableId, this.tableParts, (over) => this.over(over));
    await this.catchUp(table);
    this.live.set(tableId, table);
    return table;
  }

  private drop(tableId: TableId): void {
    this.live.delete(tableId);
    this.known.delete(tableId);
  }

  /** A table has become free, or a write failed and only the journal knows where it stands. */
  private over(table: LiveTable): void {
    const { id, phase } = table.table;
    if (this.live.get(id) === table) this.live.delete(id);
    if (phase === 'free') {
      this.known.delete(id);
    } else {
      this.givenUp.set(id, table);
      this.wakeAgain(id);
    }
  }

  /** Its people wait and its clocks must run: nobody need ask for it first. */
  private wakeAgain(id: TableId): void {
    if (this.restarting || this.live.has(id) || this.broken.has(id) || !this.known.has(id)) return;
    this.wake(id).catch(() => {
      const { clock } = this.parts;
      clock.at(clock.now() + wakeAgainEvery, () => this.wakeAgain(id));
    });
  }

  /** A write that failed may have happened: then its people see it now, and its game is told of. */
  private async catchUp(table: LiveTable): Promise<void> {
    const { id, seq } = table.table;
    const before = this.givenUp.get(id);
    if (!before) return;
    const news = table.journal.filter((entry) => entry.seq > before.table.seq);
    const ending = before.ending;
    if (ending && news.some((entry) => entry.kind === 'finished')) await this.tellEnd(ending);
    this.givenUp.delete(id);
    if (seq > before.table.seq) this.parts.audience.show(table.table, news);
  }

  /** Keyed by the game: asked again, the results say what was written. */
  private async tellEnd(ending: Ending): Promise<void> {
    try {
      const { record } = await this.parts.results.finish(ending);
      this.parts.audience.finished(record);
    } catch (error) {
      // The table has moved on in other hands, and they have told it.
      if (!(error instanceof JournalConflict)) throw error;
    }
  }

  /**
   * After a start or an outage of `ms`: every table of the journal is here, with its clocks credited. Rejects when the
   * journal goes away meanwhile; then it can be asked again.
   */
  private async wakeAll(ms: number): Promise<void> {
    const ids = await this.parts.journal.tables();
    for (const id of ids) this.known.add(id);
    for (let first = 0; first < ids.length; first += wakenTogether)
      await Promise.all(ids.slice(first, first + wakenTogether).map((id) => this.wakeOne(id, ms)));
    this.credited.clear();
  }

  private async wakeOne(id: TableId, ms: number): Promise<void> {
    try {
      const table = this.live.get(id) ?? (await this.wake(id));
      const owed = ms - (this.credited.get(id) ?? 0);
      if (table.table.phase === 'free') {
        this.drop(id);
        await this.parts.journal.forget(id);
      } else if (owed > 0) {
        await table.handle({ kind: 'credit', ms: owed });
        this.credited.set(id, ms);
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'storage-away') throw error;
    }
  }

  private fitting(game: string, player: PlayerId) {
    const rules = this.parts.games(game);
    if (!rules) throw new Refusal('no-such-game');
    const usual = rules.conventions.presets[0]?.id;
    return this.publicTables(game)
      .filter((table) => table.phase === 'gathering')
      .filter((table) => presetOf(rules.conventions, table.conventions) === usual)
      .filter((table) => !isAt(table, player) && table.seats.some(({ kind }) => kind === 'empty'))
      .sort((a, b) => emptySeats(a) - emptySeats(b));
  }

  private numbersInUse(game: string): readonly number[] {
    const opening = [...this.opening].filter((each) => each.game === game);
    return [...this.publicTables(game), ...opening].flatMap(({ number }) => number ?? []);
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
}

interface Opening {
  readonly player: PlayerId;
  readonly game: string;
  readonly number: number | null;
}

function emptySeats({ seats }: { readonly seats: readonly { readonly kind: string }[] }): number {
  return seats.filter(({ kind }) => kind === 'empty').length;
}

function isAt(table: Table, player: PlayerId): boolean {
  switch (table.phase) {
    case 'convention':
      return table.setBy === player;
    case 'gathering':
    case 'playing':
      return table.seats.some((seat) => seat.kind === 'player' && seat.player === player);
    case 'finished':
      return table.staying.includes(player);
    case 'free':
      return false;
  }
}
