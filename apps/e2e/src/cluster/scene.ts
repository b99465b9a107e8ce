import { seededRandom } from '@trellis/games/kit';
import { pause, until } from '../faults/crowd.js';
import { Crowds } from '../faults/crowds.js';
import { writtenDown } from '../faults/histories.js';
import { judge } from '../faults/judge.js';
import { readKept, type Kept } from '../faults/kept.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { Lookouts } from './lookouts.js';
import { QuickCluster, type Member } from './quick-cluster.js';
import { QuietTables } from './quiet-tables.js';
import { TimedHistory } from './timed-history.js';

export interface SceneOptions {
  readonly size: number;
  readonly tables: number;
  readonly seed: number;
  readonly bug?: PlantedBug;
  /** As in `QuickClusterOptions`. */
  readonly cables?: boolean;
}

/** Answers that were under way when something happened may come so much later (ms). */
const underWay = 50;
/** Tables of a process that was away may be taken over as late as this, which is an entry (ms). */
const calm = 4000;
/** Play that stands still for so long has stopped (ms). */
const longestStandstill = 15_000;

/** A cluster under play, and everything that is noted of it. */
export class ClusterScene {
  /** Every broken promise, in a sentence. */
  readonly broken: string[] = [];
  /** How long what took (ms). */
  readonly times = new Map<string, number[]>();
  readonly counts = new Map<string, number>();
  readonly random: () => number;
  /** Where a history with broken promises was written down. */
  record: string | undefined;

  private constructor(
    readonly cluster: QuickCluster,
    readonly crowds: Crowds,
    readonly history: TimedHistory,
    readonly quiet: QuietTables,
    readonly lookouts: Lookouts,
    private readonly seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  static async open({ tables, seed, ...how }: SceneOptions): Promise<ClusterScene> {
    const cluster = await QuickCluster.start(how);
    try {
      const history = new TimedHistory();
      const quiet = await QuietTables.set(cluster);
      // Nobody leaves: at a table that people have left nothing goes on.
      const crowd = { tables, seed, spread: true, drops: 0, leaves: 0 };
      const crowds = await Crowds.sit(cluster.url, history, crowd);
      const lookouts = await Lookouts.post(cluster, [...history.tables, ...quiet.ids]);
      return new ClusterScene(cluster, crowds, history, quiet, lookouts, seed);
    } catch (error) {
      await cluster.remove();
      throw error;
    }
  }

  /** People play on for so many acknowledged requests. */
  async play(requests: number): Promise<void> {
    await this.crowds.more(requests, longestStandstill).catch((error: unknown) => {
      this.broken.push(`Play stopped: ${String(error)}`);
    });
  }

  /** One that owns tables at which people play. */
  someOwner(): Member {
    const owners = this.history.tables.flatMap((id) => this.cluster.ownerOf(id) ?? []);
    return owners[Math.floor(this.random() * owners.length)] ?? this.cluster.members[0]!;
  }

  tablesOf(member: Member): readonly string[] {
    return this.history.tables.filter((id) => this.cluster.ownerOf(id) === member);
  }

  others(member: Member): readonly Member[] {
    return this.cluster.members.filter((each) => each !== member);
  }

  /** How long after `since` each of these tables took a request again (ms). */
  async goOn(tables: readonly string[], since: number): Promise<number[]> {
    return Promise.all(
      tables.map(async (id) => {
        const goesOn = () => this.history.acknowledgedAt(id) > since + underWay;
        await until(goesOn, longestStandstill).catch(() => undefined);
        if (goesOn()) return performance.now() - since;
        this.broken.push(await this.standstill(id));
        return Infinity;
      }),
    );
  }

  /** What is known of a table that does not go on. */
  private async standstill(id: string): Promise<string> {
    const views = await Promise.all(
      this.cluster.members.map((member) => this.lookouts.look(member, id)),
    );
    const shown = views.map((view) => (view ? `${view.seq} ${view.phase}` : 'nothing'));
    const held = this.crowds.tabs
      .filter(({ view }) => view?.id === id)
      .map(({ name, view, connected }) => `${name}: ${view?.seq}${connected ? '' : ', away'}`);
    const asked = this.history.asked.filter(({ tableId }) => tableId === id).slice(-4);
    const told = asked.map(({ after, wish, outcome }) => JSON.stringify({ after, wish, outcome }));
    return `${id} stands still. Processes show ${shown.join(', ')}. ${held.join('; ')}. ${told.join(' ')}`;
  }

  /** How long it takes until what has been seen of the tables by now has reached these processes, too (ms). */
  async reach(members: readonly Member[], longest: number): Promise<number> {
    const begun = performance.now();
    const newest = this.history.tables.map((id) => [id, this.history.newestSeen(id)] as const);
    const missing = () =>
      members.flatMap((member) =>
        newest
          .filter(([id, seq]) => this.lookouts.seen(member, id) < seq)
          .map(([id, seq]) => `${id} at ${this.lookouts.seen(member, id)} instead of ${seq}`),
      );
    await until(() => missing().length === 0, longest).catch(() => undefined);
    const left = missing();
    if (left.length === 0) return performance.now() - begun;
    this.broken.push(`After ${longest} ms a process still shows ${left.join(', ')}.`);
    for (const member of members)
      for (const [id] of newest) {
        const looked = (await this.lookouts.look(member, id))?.seq ?? 'nothing';
        this.broken.push(`Asked again, ${member.club.node} shows ${id} at ${looked}.`);
      }
    return Infinity;
  }

  /** How long after `since` all halls show the same tables, this one too, and the same number of people (ms). */
  async agree(since: number, tableId?: string): Promise<number> {
    const shown = async () => {
      const halls = await Promise.all(
        this.cluster.members.map((member) => this.lookouts.hall(member)),
      );
      const [first = ''] = halls;
      const agreed = halls.every((hall) => hall === first && hall.includes(tableId ?? 'players'));
      return { halls, agreed };
    };
    for (;;) {
      const { halls, agreed } = await shown();
      if (agreed) return performance.now() - since;
      if (performance.now() - since > longestStandstill) {
        this.broken.push(`Halls are not the same everywhere: ${halls.join(' – ')}`);
        return Infinity;
      }
      await pause(100);
    }
  }

  /** How often the journal has refused this process as a second owner. */
  refusals(member: Member): number {
    return this.cluster.metric(member, 'tables_lost_total{by="journal"}');
  }

  note(what: string, times: readonly number[]): void {
    this.times.set(what, [...(this.times.get(what) ?? []), ...times]);
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /** What is broken already need not be compared: many would wait long for what does not come. */
  private async comeToRest(): Promise<void> {
    if (this.broken.length > 0) return this.crowds.rest(calm);
    await this.crowds.settle(calm).catch((error: unknown) => {
      this.broken.push(`Not everybody could look again: ${String(error)}`);
    });
  }

  /** Stops play, compares everything, and ends the processes. */
  async end(): Promise<{ acknowledged: number; unanswered: number; games: number }> {
    const { history, cluster } = this;
    try {
      const judgeClocks = await this.quiet.readClocks(this.lookouts);
      await this.comeToRest();
      const kept = await readKept(cluster.postgres.url);
      const clocks = judgeClocks(kept.written);
      this.note('sparedMs', clocks.spared);
      const found = [
        ...this.quiet.untaken,
        ...clocks.broken,
        ...judge(history, kept),
        ...oneWriter(kept),
        ...lostOnTime(kept),
      ];
      this.broken.push(...found);
      if (found.length > 0)
        this.record = writtenDown({ seed: this.seed, broken: found, history, kept });
      return {
        acknowledged: history.count('acknowledged'),
        unanswered: history.count('unanswered'),
        games: kept.games.size,
      };
    } finally {
      this.crowds.close();
      this.quiet.close();
      this.lookouts.close();
      await cluster.remove();
    }
  }
}

/**
 * Of two processes that believe a table to be theirs one is let write. Who writes behind another one has taken the table over, and
 * that is an entry of its own.
 */
function oneWriter({ written, writers }: Kept): string[] {
  return [...written].flatMap(([table, entries]) =>
    entries.flatMap(({ kind, seq }, index) => {
      const [before, by] = [writers.get(table)?.[index - 1], writers.get(table)?.[index]];
      if (before === undefined || before === by || kind === 'credited') return [];
      return [`${table}: entry ${seq} is of ${by}, which had not taken the table from ${before}.`];
    }),
  );
}

/** There was time enough for everybody: whoever lost by it lost by a fault. */
function lostOnTime({ written }: Kept): string[] {
  return [...written].flatMap(([table, entries]) =>
    entries
      .filter((entry) => entry.kind === 'forfeited' || entry.kind === 'relieved')
      .filter(({ reason }) => reason === 'time')
      .map(({ seq }) => `${table}: with entry ${seq} somebody's time was over.`),
  );
}
