import type { GameRecord, PlayerId, TableId } from '@trellis/facade';
import type { Lot } from '@trellis/games/kit';
import type { Entry } from '../entry.js';
import { JournalConflict, type Ended, type Ending } from '../ports.js';
import { Audience, Chance, Clock, Journal, Results, Thinker } from '../ports.js';
import type { Directory, NodeId } from '../ports.js';
import type { Device } from '../request.js';
import { SoleDirectory, SoleNodes } from '../sole.js';
import type { Table } from '../table.js';
import { Tables } from '../tables.js';
import { highCard } from './high-card.js';

export const games = (name: string) => (name === highCard.name ? highCard : undefined);

/** Time stands still until a test moves it. */
export class ManualClock extends Clock {
  private time = 1_000_000;
  private waiting: { time: number; callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  at(time: number, callback: () => void): () => void {
    const timer = { time, callback };
    this.waiting.push(timer);
    return () => void (this.waiting = this.waiting.filter((each) => each !== timer));
  }

  /** Moves on, calling back in order and letting everything settle after each call. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const next = this.waiting
        .filter(({ time }) => time <= end)
        .sort((a, b) => a.time - b.time)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((each) => each !== next);
      this.time = Math.max(this.time, next.time);
      next.callback();
      await settled();
    }
    this.time = end;
    await settled();
  }

  /** The process was stopped: time has gone by, nothing was called back. */
  jump(ms: number): void {
    this.time += ms;
  }
}

/** Lets every promise that can settle without time do so. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 100; i++) await Promise.resolve();
}

/** Cards are dealt in order 0, 1, 2, …; ids count. */
export class PlainChance extends Chance {
  private ids = 0;
  constructor(private readonly process = 'id') {
    super();
  }
  id = () => `${this.process}-${++this.ids}`;
  secret = () => ({ secret: '5e'.repeat(32), commitment: 'c0'.repeat(32) });
  order = (_secret: string, _lot: Lot, _number: number, length: number) =>
    Array.from({ length }, (_, i) => i);
  random = () => 0.5;
}

/** A journal and results that keep what they are told, and fail when a test wants it. */
export class TestStorage extends Journal {
  readonly rows = new Map<TableId, Entry[]>();
  readonly games: GameRecord[] = [];
  /** `full`: entries find no room, beats do. */
  fails: 'never' | 'before' | 'after' | 'full' = 'never';
  /** Reading fails too. */
  isDeaf = false;
  private readonly beats = new Map<NodeId, number>();

  append(id: TableId, entries: readonly Entry[]): Promise<void> {
    return this.write(id, entries, [...(this.rows.get(id) ?? []), ...entries]);
  }
  async read(id: TableId) {
    if (this.isDeaf) throw new Error('The database is away.');
    return this.rows.get(id) ?? [];
  }
  async newest(id: TableId) {
    return (await this.read(id)).at(-1)?.seq ?? 0;
  }
  async tables() {
    return [...this.rows.keys()];
  }
  async forget(id: TableId) {
    this.rows.delete(id);
  }
  async beat(node: NodeId, now: number) {
    if (this.fails === 'before' || this.fails === 'after') throw new Error('The database is away.');
    this.beats.set(node, now);
  }
  async lastBeat(node?: NodeId) {
    const beats = [...this.beats].filter(([each]) => !node || each === node);
    return beats.length > 0 ? Math.max(...beats.map(([, at]) => at)) : null;
  }

  async write(id: TableId, entries: readonly Entry[], result: Entry[]): Promise<void> {
    if (this.fails === 'before' || this.fails === 'full') throw new Error('No entry is written.');
    const last = this.rows.get(id)?.at(-1)?.seq ?? 0;
    if (entries[0]?.seq !== last + 1) throw new JournalConflict(id);
    if (entries.some((entry) => entry.kind === 'set' && this.stands(entry.game, entry.number)))
      throw new JournalConflict(id);
    this.rows.set(id, result);
    if (this.fails === 'after') throw new Error('The connection was lost at COMMIT.');
  }

  /** Every number of a hall is taken once, whichever process set the table. */
  private stands(game: string, number: number | null): boolean {
    const first = [...this.rows.values()].flatMap((row) => row[0] ?? []);
    return first.some(
      (entry) =>
        number !== null &&
        entry.kind === 'set' &&
        `${entry.game} ${entry.number}` === `${game} ${number}`,
    );
  }
}

class TestResults extends Results {
  constructor(private readonly storage: TestStorage) {
    super();
  }
  async finish(ending: Ending): Promise<Ended> {
    const finished = ending.entries.at(-1);
    if (finished?.kind !== 'finished') throw new Error('No ending.');
    const record: GameRecord = {
      ...{
        id: ending.gameId,
        game: ending.game,
        ordinal: this.storage.games.length + 1,
        table: ending.number,
      },
      ...{
        startedAt: ending.startedAt,
        finishedAt: ending.finishedAt,
        conventions: ending.conventions,
      },
      ...{
        rated: ending.rated,
        seats: [],
        reason: ending.result.reason,
        offender: ending.result.offender ?? null,
      },
      ...{
        fine: ending.result.fine,
        moves: 0,
        rulesVersion: ending.rulesVersion,
        steps: ending.steps,
        fairness: ending.fairness,
      },
    };
    const known = this.storage.games.find(({ id }) => id === ending.gameId);
    if (known) return { finished, record: known };
    const ended = this.storage.write(ending.tableId, ending.entries, [finished]);
    if (['never', 'after'].includes(this.storage.fails)) this.storage.games.push(record);
    await ended;
    return { finished, record };
  }
}

class TestAudience extends Audience {
  readonly shown: { table: Table; entries: readonly Entry[] }[] = [];
  readonly records: GameRecord[] = [];
  readonly looking = new Set<PlayerId>();
  show(table: Table, entries: readonly Entry[]) {
    this.shown.push({ table, entries });
  }
  finished(record: GameRecord) {
    this.records.push(record);
  }
  present() {
    return this.looking;
  }
  /** By player. */
  readonly devices = new Map<PlayerId, Device>();
  playsElsewhere(_table: TableId, player: PlayerId, { id, since }: Device) {
    const newest = this.devices.get(player);
    return newest !== undefined && newest.id !== id && newest.since > since;
  }
}

class TestThinker extends Thinker {
  prove = async () => false;
  choose = async ({ legal }: { readonly legal: readonly unknown[] }) => legal[0];
}

/** A club of tables over storage in memory, in a time that the test owns. */
export function testClub(
  storage = new TestStorage(),
  clock = new ManualClock(),
  thinker: Thinker = new TestThinker(),
  directory: Directory = new SoleDirectory(),
  chance: Chance = new PlainChance(),
  computerPause: (random: () => number) => number = () => 500,
) {
  const audience = new TestAudience();
  const errors: unknown[] = [];
  const availability: boolean[] = [];
  const tables = new Tables({
    ...{ journal: storage, results: new TestResults(storage), audience, clock, games },
    ...{
      directory,
      nodes: new SoleNodes(),
      chance,
      thinker,
      computerPause,
    },
    report: (error) => errors.push(error),
    onAvailable: (available) => availability.push(available),
  });
  return { tables, storage, clock, audience, errors, availability };
}

/** Ann sets a table, Bob sits down: the game has started. */
export async function playingTable(
  club: ReturnType<typeof testClub>,
  conventions: Record<string, unknown> = {},
) {
  const id = await club.tables.set('ann', { game: 'high-card' });
  await club.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions });
  club.audience.looking.add('ann').add('bob');
  await club.tables.handle(id, { kind: 'sit', player: 'bob', seat: 1 });
  await contribute(club, id, 'ann', 'bob');
  return id;
}

/** Their browsers send what the shuffles wait for. */
export async function contribute(
  { tables }: ReturnType<typeof testClub>,
  id: TableId,
  ...players: readonly PlayerId[]
): Promise<void> {
  const table = await tables.read(id);
  if (table.phase !== 'playing') throw new Error(`Table ${id} is ${table.phase}.`);
  for (const [index, player] of players.entries()) {
    const contribution = `a${index}`.repeat(32);
    await tables.handle(id, { kind: 'contribute', player, gameId: table.gameId, contribution });
  }
}

/** Ann sits down with a computer and only waits: its action within three seconds, and how long that took from the deal (ms). */
export async function playWithTheHouse(club: ReturnType<typeof testClub>) {
  const { tables, clock, storage } = club;
  const id = await tables.set('ann', { game: 'high-card' });
  await tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions: {} });
  await tables.handle(id, { kind: 'seat-computer', player: 'ann', seat: 1, level: 'bold' });
  await contribute(club, id, 'ann');
  const begun = clock.now();
  await clock.pass(3000);
  const acted = storage.rows.get(id)!.find(({ kind }) => kind === 'acted');
  return { acted, took: acted && acted.at - begun };
}
