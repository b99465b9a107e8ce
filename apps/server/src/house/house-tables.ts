import {
  housePrefix,
  tablesPerRow,
  type GameId,
  type GameRecord,
  type TableId,
} from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  summaryOf,
  type Audience,
  type Chance,
  type Clock,
  type Directory,
  type Games,
  type NodeId,
  type Place,
  type Table,
  type TableSummary,
  type Tables,
  type Thinker,
} from '@trellis/tables';
import type { PlayerNames } from '../facts/player-names.js';
import { withIdsOf } from './ids-of.js';
import { HouseTable, type HouseProgramme } from './house-table.js';

/** What the house plays for everybody to look at. */
const programmes: readonly HouseProgramme[] = [
  {
    game: 'preferans',
    preset: 'sochi',
    conventions: { poolTarget: 10 },
    levels: ['strong', 'strong', 'strong'],
  },
  {
    game: 'preferans',
    preset: 'leningrad',
    conventions: { poolTarget: 10, players: 4 },
    levels: ['strong', 'middle', 'strong', 'middle'],
  },
];

/** Whoever sets these tables; it has no profile. */
const house = { id: 'house', name: 'Trellis' };
const idOf = (at: number): TableId => `${housePrefix}${at + 1}`;
const programmeOf = (id: TableId) => programmes.find((_, at) => idOf(at) === id);

/** A pause in which a spectator can follow (ms). */
const pause = (random: () => number) => 900 + 1200 * random();
/** Whoever comes sees something move within a second (ms). */
const firstPause = 500;

/** How often it is made sure that each of these tables is somewhere (ms). */
const settleEvery = 5000;

export interface HouseTablesParts {
  readonly audience: Audience;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly games: Games;
  readonly names: Pick<PlayerNames, 'know'>;
  readonly watchers: (tableId: TableId) => number;
  /** People's tables, beside which those of the house stand, and what is heard of tables elsewhere. */
  readonly tables: Pick<Tables, 'summaries' | 'summary' | 'reserve'>;
  /** A finished game, asked of another process. */
  readonly askRecord: (node: NodeId, id: GameId) => Promise<GameRecord | null>;
  /** Another process has this table by now. */
  readonly onLost: (tableId: TableId) => void;
  readonly report: (error: unknown, tableId: TableId | null) => void;
}

/**
 * The tables at which the house plays, so that there is always something to look at (docs/decisions/0011). Each is in one of the
 * club's processes, as the directory says, and is set anew in another one when that one is gone (docs/decisions/0027).
 */
export class HouseTables {
  private readonly tables = new Map<TableId, HouseTable>();
  /** Tables at which somebody has just arrived. */
  private readonly fresh = new Set<TableId>();
  private readonly settling = new Map<TableId, Promise<Place | null>>();
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private stopWatching: (() => void) | undefined;

  constructor(private readonly parts: HouseTablesParts) {}

  /** Sets the tables that no other process of the club has. */
  async start(): Promise<void> {
    this.parts.names.know(house);
    this.running = true;
    await this.settleAll();
    this.stopWatching = this.parts.directory.watch({
      orphans: () => void this.settleAll(),
      lost: (id) => this.lose(id),
    });
    this.timer = setInterval(() => void this.settleAll(), settleEvery);
    this.timer.unref();
  }

  /** The others need not wait: whoever comes first goes on with them. */
  async stop(): Promise<void> {
    this.running = false;
    clearInterval(this.timer);
    this.stopWatching?.();
    await Promise.allSettled(this.settling.values());
    for (const table of this.tables.values()) table.close();
    await this.parts.directory.handOver([...this.tables.keys()]).catch(() => undefined);
  }

  /** Whether this is one of these tables, in whatever process. */
  knows(id: TableId): boolean {
    return this.running && programmeOf(id) !== undefined;
  }

  /** The process that has the table; null: this one. Throws the refusal `no-such-table`, and `try-again` when nobody knows. */
  async owner(id: TableId): Promise<NodeId | null> {
    if (this.tables.has(id)) return null;
    const place = await this.settle(id);
    // Another process is about to have it.
    if (!place) throw new Refusal('try-again');
    return place.mine ? null : place.owner;
  }

  /** As far as this process knows without asking. */
  isHere(id: TableId): boolean {
    return this.tables.has(id);
  }

  async read(id: TableId): Promise<Table> {
    const table = this.tables.get(id);
    if (!table) throw new Refusal('not-owner');
    return table.table;
  }

  summary(id: TableId): TableSummary | undefined {
    const table = this.tables.get(id)?.table;
    return table ? summaryOf(table) : this.parts.tables.summary(id);
  }

  /** Those of this process. */
  all(): readonly Table[] {
    return [...this.tables.values()].map(({ table }) => table);
  }

  /** A finished game of the house, while it is remembered, in whatever process. */
  async record(id: GameId): Promise<GameRecord | null> {
    const tableId = programmes.map((_, at) => idOf(at)).find((each) => id.startsWith(`${each}-`));
    if (tableId === undefined || !this.running) return null;
    const owner = await this.owner(tableId);
    return owner === null ? this.recordHere(id) : this.parts.askRecord(owner, id);
  }

  /** Only of a table of this process. */
  recordHere(id: GameId): GameRecord | null {
    const found = [...this.tables.values()].map((table) => table.record(id));
    return found.find((record) => record !== undefined) ?? null;
  }

  /** Somebody has come to look. */
  looked(id: TableId): void {
    const table = this.tables.get(id);
    if (!table) return;
    this.fresh.add(id);
    table.resume();
    this.fresh.delete(id);
  }

  private async settleAll(): Promise<void> {
    const settled = await Promise.allSettled(programmes.map((_, at) => this.settle(idOf(at))));
    for (const each of settled)
      // A directory that is away is asked again soon.
      if (each.status === 'rejected' && !(each.reason instanceof Refusal))
        this.parts.report(each.reason, null);
  }

  /** Asked once at a time: where the table is. If it falls to this process, it is set here; if it is elsewhere, not any more. */
  private settle(id: TableId): Promise<Place | null> {
    const underWay = this.settling.get(id);
    if (underWay) return underWay;
    const settling = this.settleNow(id).finally(() => this.settling.delete(id));
    this.settling.set(id, settling);
    return settling;
  }

  private async settleNow(id: TableId): Promise<Place | null> {
    const { directory } = this.parts;
    if (!this.running) return null;
    let place = await directory.locate(id);
    if (!place && (await directory.adopt([id])).has(id)) place = { mine: true, before: null };
    if (place?.mine) this.set(id);
    else this.lose(id);
    return place;
  }

  private set(id: TableId): void {
    const { tables, games } = this.parts;
    const programme = programmeOf(id)!;
    const rules = games(programme.game);
    if (this.tables.has(id) || !rules || !this.running) return;
    const number = tables.summary(id)?.number ?? this.freeNumber(id, programme.game);
    tables.reserve(programme.game, number);
    const table = new HouseTable(id, number, programme, rules, this.partsOf(id));
    this.tables.set(id, table);
    table.resume();
  }

  private lose(id: TableId): void {
    const table = this.tables.get(id);
    if (!table) return;
    table.close();
    this.tables.delete(id);
    this.parts.onLost(id);
  }

  /** At the end of a row, so that people's tables have the first numbers; the same in every process that starts at once. */
  private freeNumber(id: TableId, game: string): number {
    const at = programmes.findIndex((_, index) => idOf(index) === id);
    const used = [...this.parts.tables.summaries(), ...this.all()]
      .filter((each) => each.game === game && each.id !== id)
      .map((each) => each.number);
    for (let row = 1; ; row++) {
      const number = row * tablesPerRow - at;
      if (!used.includes(number)) return number;
    }
  }

  private partsOf(id: TableId) {
    const { audience, clock, thinker, games, report } = this.parts;
    return {
      chance: withIdsOf(`${id}-`, this.parts.chance),
      ...{ audience, clock, thinker, games, report, by: house.id },
      computerPause: (random: () => number) => (this.fresh.has(id) ? firstPause : pause(random)),
      isWatched: (tableId: TableId) => this.parts.watchers(tableId) > 0,
    };
  }
}
