import type { Entry } from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import { pause } from '../faults/crowd.js';
import { lettersOf } from '../faults/crowds.js';
import { seatTwo, type ClubClient } from '../harness/club-client.js';
import { twoAt } from './local-game.js';
import type { Lookouts } from './lookouts.js';
import type { Member, QuickCluster } from './quick-cluster.js';

/** A move here may take this long (ms): longer than any run. */
const thinkingTime = 900_000;
/** How much of a clock one fault may cost (ms). */
const cost = 700;
/** How exactly this machine measures while all processes work (ms). */
const measured = 300;
/** Who has not taken a table by then never does (ms). */
const longestWait = 15_000;

interface QuietTable {
  readonly id: string;
  readonly since: number;
  /** How long it had no owner, as far as anybody could tell (ms). */
  absent: number;
  /** How much longer its clock may have stood still (ms). */
  felt: number;
  faults: number;
}

export interface ClockFindings {
  readonly broken: readonly string[];
  /** How much longer than it had no owner each clock stood still for each time it changed hands (ms): the age of a beat. */
  readonly spared: readonly number[];
}

/** A table in each process at which nobody moves, so that its clock tells how it was treated. */
export class QuietTables {
  /** What is known of those that nobody has taken. */
  readonly untaken: string[] = [];

  private constructor(
    private readonly cluster: QuickCluster,
    private readonly tables: readonly QuietTable[],
    private readonly people: readonly ClubClient[],
  ) {}

  static async set(cluster: QuickCluster): Promise<QuietTables> {
    const tables: QuietTable[] = [];
    const people: ClubClient[] = [];
    for (const [index, member] of cluster.members.entries()) {
      const [first, second] = await twoAt(cluster, member, `Quiet ${lettersOf(index)}`);
      people.push(first, second);
      const since = performance.now();
      const id = await seatTwo(first, second, { moveTimeSec: thinkingTime / 1000 });
      const felt = performance.now() - since;
      tables.push({ id, since, absent: 0, felt, faults: 0 });
    }
    return new QuietTables(cluster, tables, people);
  }

  get ids(): readonly string[] {
    return this.tables.map(({ id }) => id);
  }

  get players(): readonly string[] {
    return this.people.flatMap(({ player }) => player ?? []);
  }

  /** To be asked before something is done to a process: the tables that it owns. */
  of(owner: Member): readonly QuietTable[] {
    return this.tables.filter(({ id }) => this.cluster.ownerOf(id) === owner);
  }

  /** Asks in another process until it has these tables, which have no owner since then. How long each had none (ms). */
  async untilTaken(
    tables: readonly QuietTable[],
    since: number,
    lookouts: Lookouts,
    other: Member,
  ): Promise<number[]> {
    return Promise.all(
      tables.map(async (table) => {
        while (!(await lookouts.look(other, table.id))) {
          if (performance.now() - since > longestWait) {
            this.untaken.push(
              `${table.id} is not taken: ${other.club.node} says ${lookouts.refused.get(other)}, and its owner is ${this.cluster.ownerOf(table.id)?.club.node}.`,
            );
            return Infinity;
          }
          await pause(50);
        }
        const away = performance.now() - since;
        table.absent += away;
        table.faults++;
        return away;
      }),
    );
  }

  /** A fault that may have made any of their clocks stand still for so long (ms). */
  mayHaveFelt(ms: number): void {
    for (const table of this.tables) {
      table.felt += ms;
      table.faults++;
    }
  }

  /** Reads every clock; what is wrong with them is said when the journal can be asked how often they were credited. */
  async readClocks(
    lookouts: Lookouts,
  ): Promise<(written: ReadonlyMap<string, readonly Entry[]>) => ClockFindings> {
    const [through] = this.cluster.members;
    const readings = await Promise.all(
      this.tables.map(async (table) => ({
        ...{ table, view: await lookouts.look(through!, table.id), at: performance.now() },
      })),
    );
    return (written) => {
      const found = readings.map((reading) =>
        judgeClock(reading, written.get(reading.table.id) ?? []),
      );
      return {
        broken: found.flatMap(({ broken }) => broken),
        spared: found.flatMap(({ spared }) => spared),
      };
    };
  }

  close(): void {
    for (const person of this.people) person.close();
  }
}

interface Reading {
  readonly table: QuietTable;
  readonly view: TableView | undefined;
  readonly at: number;
}

/** Clocks ran while the table had an owner, and stood still for what the journal credits them with. */
function judgeClock({ table, view, at }: Reading, entries: readonly Entry[]): ClockFindings {
  const { id, since, absent, felt, faults } = table;
  const left = view?.seats[0]?.clock?.move;
  if (left === undefined) return { broken: [`${id}: nobody knows its clock.`], spared: [] };
  const used = thinkingTime - left;
  const credits = entries.flatMap((entry) => (entry.kind === 'credited' ? entry.ms : []));
  const credited = credits.reduce((sum, ms) => sum + ms, 0);
  const owned = at - since - absent;
  const least = at - since - credited - felt - measured;
  const most = owned + cost * faults + measured;
  const stoodStill = Math.max(0, owned - felt - used);
  const spared = credits.length > 0 ? [stoodStill / credits.length] : [];
  if (used >= least && used <= most) return { broken: [], spared };
  const [ran, from, to] = [used, least, most].map(Math.round);
  const told = `Credits (ms): ${credits.map(Math.round).join(', ')}.`;
  return {
    broken: [`${id}: its clock ran ${ran} ms; from ${from} to ${to} ms it had an owner. ${told}`],
    spared,
  };
}
