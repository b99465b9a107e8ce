import { seededRandom, shuffle } from '@trellis/games/kit';
import { temporaryPostgres, howToGetPostgres } from '@trellis/testing';
import { innerPoints, isInnerPoint, type InnerPoint } from '../harness/crash-points.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { PostgresWire, type Passage } from '../harness/postgres-wire.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { Crowds, lettersOf } from './crowds.js';
import { History } from './history.js';
import { judge } from './judge.js';
import { readKept, rememberEntries } from './kept.js';

/** A statement of the club's, before the database gets it or after it has carried it out: there the club dies. */
interface WirePoint {
  readonly name: string;
  readonly when: Passage['when'];
  readonly matches: (statement: string) => boolean;
  readonly inTransaction?: boolean;
}

const starts = (text: string) => (statement: string) => statement.trimStart().startsWith(text);
const has = (text: string) => (statement: string) => statement.includes(text);

/**
 * Every step of writing a move, and of the transaction that ends a game. `before`: the database has not got it;
 * `after`: it has carried it out, and the club does not know.
 */
const statements = [
  { name: 'writing a move', matches: has('INSERT INTO journal_entry'), inTransaction: false },
  { name: 'reading the names', matches: has('FROM player WHERE id = ANY') },
  { name: 'holding the ratings', matches: has('FOR UPDATE') },
  { name: 'rating newcomers', matches: has('INSERT INTO rating (') },
  {
    name: 'writing the last entries',
    matches: has('INSERT INTO journal_entry'),
    inTransaction: true,
  },
  { name: 'writing the game', matches: has('WITH new_game') },
  { name: 'COMMIT', matches: starts('COMMIT') },
] as const;

const wirePoints: readonly WirePoint[] = statements.flatMap((each) =>
  (['before', 'after'] as const).map((when) => ({ ...each, when, name: `${when} ${each.name}` })),
);

/** All points where the club can be made to die. */
export const crashPoints: readonly string[] = [
  ...wirePoints.map(({ name }) => name),
  ...innerPoints,
];

export interface CrashPointsReport {
  readonly seed: number;
  readonly points: number;
  readonly deaths: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly games: number;
  readonly broken: readonly string[];
}

export interface CrashPointsOptions {
  /** How often the club dies at each point. */
  readonly times: number;
  readonly seed: number;
  readonly bug?: PlantedBug;
}

/** How long people may take to bring the club to a point (ms). */
const patience = 60_000;

/** Lets the club die at every point, so many times each, while people play on. */
export async function dieAtEveryPoint({
  times,
  seed,
  bug,
}: CrashPointsOptions): Promise<CrashPointsReport> {
  const random = seededRandom(seed);
  const history = new History();
  const postgres = await temporaryPostgres({ durable: false });
  if (!postgres) throw new Error(howToGetPostgres);
  const wire = await PostgresWire.before(postgres.url);
  const club = await QuickClubProcess.start({ databaseUrl: wire.url, bug });
  const broken: string[] = [];
  let deaths = 0;
  try {
    await rememberEntries(postgres.url);
    for (let time = 0; time < times; time++) {
      const tables = { tables: 4, seed: seed + 100 * time, name: `Round ${lettersOf(time)}` };
      const crowds = await Crowds.sit(club.url, history, tables);
      for (const point of inOrder(random)) {
        const died = isInnerPoint(point) ? dieInside(club, point) : dieOnWire(club, wire, point);
        if (await within(patience, died)) deaths++;
        else broken.push(`Nobody came to the point "${point}".`);
        wire.watchWith(() => 'pass');
        await club.kill();
        await club.start();
      }
      await crowds.more(4);
      await crowds.settle();
      crowds.close();
    }
    const kept = await readKept(postgres.url);
    return {
      ...{ seed, points: crashPoints.length, deaths, games: kept.games.size },
      acknowledged: history.count('acknowledged'),
      unanswered: history.count('unanswered'),
      broken: [...broken, ...judge(history, kept)],
    };
  } finally {
    await club.remove();
    await wire.close();
    await postgres.stop();
  }
}

/** At random; but people are newcomers only until their first game has ended. */
function inOrder(random: () => number): string[] {
  const order = shuffle(crashPoints.length, random).map((index) => crashPoints[index]!);
  const first = order.filter((point) => point.endsWith('newcomers'));
  return [...first, ...order.filter((point) => !first.includes(point))];
}

async function dieInside(club: QuickClubProcess, point: InnerPoint): Promise<void> {
  club.dieAt(point);
  await club.died();
}

function dieOnWire(club: QuickClubProcess, wire: PostgresWire, name: string): Promise<void> {
  const point = wirePoints.find((each) => each.name === name)!;
  const { when, matches, inTransaction } = point;
  return new Promise((resolve) => {
    wire.watchWith(async (passage) => {
      const isHere = passage.when === when && matches(passage.statement);
      if (!isHere || (inTransaction ?? passage.inTransaction) !== passage.inTransaction)
        return 'pass';
      wire.watchWith(() => 'pass');
      await club.kill();
      resolve();
      return 'cut';
    });
  });
}

async function within(ms: number, done: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const inTime = await Promise.race([done.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
