import { housePrefix, tablesPerRow, type TableId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  summaryOf,
  type Audience,
  type Chance,
  type Clock,
  type Directory,
  type Games,
  type Table,
  type TableSummary,
  type Tables,
  type Thinker,
} from '@trellis/tables';
import type { PlayerNames } from '../facts/player-names.js';
import { withIdsOf } from './ids-of.js';
import { HouseTable, type HouseProgramme } from './house-table.js';

/** What the house plays for everybody to look at. */
export const programmes: readonly HouseProgramme[] = [
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

/** A pause in which a spectator can follow (ms). */
const pause = (random: () => number) => 900 + 1200 * random();
/** Whoever comes sees something move within a second (ms). */
const firstPause = 500;

export interface HouseTablesParts {
  readonly audience: Audience;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly games: Games;
  readonly names: Pick<PlayerNames, 'know'>;
  readonly watchers: (tableId: TableId) => number;
  /** People's tables, beside which those of the house stand. */
  readonly tables: Pick<Tables, 'summaries' | 'reserve'>;
  readonly report: (error: unknown, tableId: TableId | null) => void;
}

/** The tables at which the house plays, so that there is always something to look at (docs/decisions/0011). */
export class HouseTables {
  private readonly tables = new Map<TableId, HouseTable>();
  /** Tables at which somebody has just arrived. */
  private readonly fresh = new Set<TableId>();

  constructor(private readonly parts: HouseTablesParts) {}

  /** Sets the tables that no other process of the club has. */
  async start(): Promise<void> {
    this.parts.names.know(house);
    for (const [at, programme] of programmes.entries()) {
      const id = idOf(at);
      const rules = this.parts.games(programme.game);
      if (!rules || !(await this.parts.directory.adopt([id])).has(id)) continue;
      const number = this.freeNumber(programme.game);
      this.parts.tables.reserve(programme.game, number);
      this.tables.set(id, new HouseTable(id, number, programme, rules, this.partsOf(id)));
    }
  }

  async stop(): Promise<void> {
    for (const table of this.tables.values()) table.close();
    await this.parts.directory.release([...this.tables.keys()]);
  }

  holds(id: TableId): boolean {
    return this.tables.has(id);
  }

  async read(id: TableId): Promise<Table> {
    const table = this.tables.get(id);
    if (!table) throw new Refusal('no-such-table');
    return table.table;
  }

  summary(id: TableId): TableSummary | undefined {
    const table = this.tables.get(id)?.table;
    return table && summaryOf(table);
  }

  /** Somebody has come to look. */
  looked(id: TableId): void {
    const table = this.tables.get(id);
    if (!table) return;
    this.fresh.add(id);
    table.resume();
    this.fresh.delete(id);
  }

  /** At the end of a row, so that people's tables have the first numbers. */
  private freeNumber(game: string): number {
    const own = [...this.tables.values()].map(({ table }) => table);
    const used = [...this.parts.tables.summaries(), ...own]
      .filter((each) => each.game === game)
      .map((each) => each.number);
    for (let row = 1; ; row++) {
      for (let place = 0; place < tablesPerRow; place++) {
        const number = row * tablesPerRow - place;
        if (!used.includes(number)) return number;
      }
    }
  }

  private partsOf(id: TableId) {
    const { audience, clock, thinker, games, report } = this.parts;
    return {
      chance: withIdsOf(housePrefix, this.parts.chance),
      ...{ audience, clock, thinker, games, report, by: house.id },
      computerPause: (random: () => number) => (this.fresh.has(id) ? firstPause : pause(random)),
      isWatched: (tableId: TableId) => this.parts.watchers(tableId) > 0,
    };
  }
}
