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
  Results,
  Thinker,
} from './ports.js';
import type { Request } from './request.js';
import type { Table } from './table.js';

/** At how many tables one player may be at once. */
export const mostTables = 8;

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
    const waking = this.wakeOwned(tableId).finally(() => this.waking.delete(tableId));
    this.waking.set(tableId, waking);
    return waking;
  }

  private async wakeOwned(tableId: TableId): Promise<LiveTable> {
    if (!(await this.parts.directory.claim(tableId))) throw new Refusal('try-again');
    const table = await LiveTable.wake(tableId, this.tableParts, (over) => {
      if (this.live.get(tableId) === over) this.live.delete(tableId);
      if (over.table.phase === 'free') this.known.delete(tableId);
    });
    this.live.set(tableId, table);
    return table;
  }

  private drop(tableId: TableId): void {
    this.live.delete(tableId);
    this.known.delete(tableId);
  }

  /** After a start or an outage of `ms`: every table of the journal is here, with its clocks credited. */
  private async wakeAll(ms: number): Promise<void> {
    const ids = await this.parts.journal.tables();
    for (const id of ids) {
      this.known.add(id);
      try {
        const table = this.live.get(id) ?? (await this.wake(id));
        if (table.table.phase === 'free') {
          this.drop(id);
          await this.parts.journal.forget(id);
        } else if (ms > 0) {
          await table.handle({ kind: 'credit', ms });
        }
      } catch (error) {
        if (error instanceof Refusal) continue;
        this.broken.add(id);
        this.parts.report(error, id);
      }
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
