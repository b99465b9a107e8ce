import { howToGetPostgres, freePort, temporaryPostgres } from '@trellis/testing';
import { percentile } from '../bench/load.js';
import { ClubClient, demoSignIn, seatTwo, type Session } from '../harness/club-client.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { until } from './crowd.js';
import { lettersOf } from './crowds.js';
import { Returner } from './returner.js';

export interface ReturnsOptions {
  /** So many pages, signed in: half of them at tables, half in the hall. A multiple of eight. */
  readonly pages: number;
  /** Whether how long all of it takes is promised: on a machine that has nothing else to do. */
  readonly timed: boolean;
  readonly bug?: PlantedBug;
}

export interface ReturnsReport {
  readonly pages: number;
  /** From SIGTERM to a club that is open again, and to the last page that sees its table or hall again (ms). */
  readonly openMs: number;
  readonly backMs: number;
  /** Meanwhile: requests of those who were back already, from asking to the answer (ms). */
  readonly asked: { readonly count: number; readonly p99: number };
  /** Meanwhile: the longest time that the club's loop stood still (ms). */
  readonly longestStallMs: number;
  /** What a clock that ran lost to all of it (ms). */
  readonly clockLostMs: number;
  readonly broken: readonly string[];
}

/** What is promised of 1,000 pages (ms). */
const allBackWithin = 15_000;
const longestStall = 200;
/** Tabs of one account. */
const tabs = 4;
const thinkingTime = 900_000;
/** What a clock may lose to a stop that is announced: from the last entry to the end, and from the start to the credit (ms). */
const clockPerRestart = 2500;

/** The club stops in order and is started again on the same port, and everybody comes back. */
export async function returnAfterRestart({
  pages,
  timed,
  bug,
}: ReturnsOptions): Promise<ReturnsReport> {
  const postgres = await temporaryPostgres({ durable: false });
  if (!postgres) throw new Error(howToGetPostgres);
  const metricsPort = await freePort();
  const club = await QuickClubProcess.start({
    databaseUrl: postgres.url,
    bug,
    // Everybody says where he comes from, as the club's own proxy would.
    env: { TRUST_PROXY: '1', METRICS_PORT: String(metricsPort) },
  });
  const all: Returner[] = [];
  try {
    const clock = await aRunningClock(club.url);
    all.push(...(await everybody(club.url, pages)));
    const stall = () => loopStall(metricsPort);
    const leftBefore = await clock.left();
    const begun = performance.now();
    await club.stop();
    await club.start();
    const openMs = performance.now() - begun;
    await stall(); // forgets what the start took
    const asking = askMeanwhile(all);
    await until(() => all.every(({ isBack }) => isBack), 120_000);
    const backMs = Math.max(...all.map(({ backAt }) => backAt!)) - begun;
    const latencies = await asking.stop();
    const longestStallMs = await stall();
    const leftAfter = await clock.left();
    clock.close();
    // While the club was not there, clocks stood still.
    const clockLostMs = leftBefore - leftAfter - (performance.now() - begun - openMs);
    const figures = {
      ...{ pages, openMs: Math.round(openMs), backMs: Math.round(backMs) },
      asked: { count: latencies.length, p99: Math.round(percentile(latencies, 0.99)) },
      ...{ longestStallMs, clockLostMs: Math.round(clockLostMs) },
    };
    return { ...figures, broken: [...faultsOf(all, figures), ...(timed ? tooSlow(figures) : [])] };
  } finally {
    for (const each of all) each.close();
    await club.remove();
    await postgres.stop();
  }
}

function faultsOf(all: readonly Returner[], { clockLostMs }: { readonly clockLostMs: number }) {
  const told = all.flatMap((each) => each.told);
  const early = all.filter(
    ({ told: [wait = 0], waited: [stayed = Infinity] }) => stayed < wait - 1,
  );
  return [
    ...(told.length < all.length ? [`${all.length - told.length} were told nothing.`] : []),
    ...(early.length > 0 ? [`${early.length} came back earlier than they were told.`] : []),
    // Some may draw the same millisecond.
    ...(new Set(told).size < told.length / 2 ? ['All were told to come back together.'] : []),
    ...(clockLostMs > clockPerRestart ? [`A clock lost ${clockLostMs} ms.`] : []),
  ];
}

function tooSlow({ backMs, longestStallMs }: Pick<ReturnsReport, 'backMs' | 'longestStallMs'>) {
  return [
    ...(backMs > allBackWithin ? [`All were back after ${backMs} ms.`] : []),
    ...(longestStallMs > longestStall ? [`The loop stood still for ${longestStallMs} ms.`] : []),
  ];
}

/** Two people at a table where nobody moves. */
async function aRunningClock(url: string) {
  const [first, second] = await Promise.all(
    ['Slow One', 'Slow Two'].map((name) => ClubClient.connect(url, name)),
  );
  const table = await seatTwo(first!, second!, { moveTimeSec: thinkingTime / 1000 });
  first!.socket.on('disconnect', () => setTimeout(() => first!.socket.connect(), 50));
  return {
    async left(): Promise<number> {
      await until(() => first!.socket.connected);
      const { seats } = await first!.look(table);
      return seats[0]!.clock!.move;
    },
    close() {
      for (const each of [first!, second!]) each.close();
    },
  };
}

/** Accounts in pairs, each pair at a table; of each account half of its tabs at the table, half in the hall. */
async function everybody(url: string, pages: number): Promise<Returner[]> {
  const all: Returner[] = [];
  for (let pair = 0; pair < pages / (2 * tabs); pair++) {
    const name = lettersOf(pair);
    const sessions = await Promise.all(
      ['First', 'Second'].map((each) => demoSignIn(url, `${each} ${name}`)),
    );
    const tableId = await tableOf(url, sessions);
    const address = `198.51.${100 + (pair >> 8)}.${pair % 256}`;
    const opened = sessions.flatMap((session) =>
      Array.from({ length: tabs }, (_, tab) =>
        Returner.arrive(
          url,
          session,
          address,
          tab % 2 === 0 ? { tableId } : { hall: 'tic-tac-toe' },
        ),
      ),
    );
    all.push(...(await Promise.all(opened)));
  }
  return all;
}

async function tableOf(url: string, sessions: readonly Session[]): Promise<string> {
  const [first, second] = await Promise.all(sessions.map((each) => ClubClient.open(url, each)));
  const tableId = await seatTwo(first!, second!, { moveTimeSec: 900 });
  for (const each of [first!, second!]) each.close();
  return tableId;
}

/** Those who are back ask, one of them every few ms; the answers tell how long people wait meanwhile. */
function askMeanwhile(all: readonly Returner[]) {
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  let turn = 0;
  const timer = setInterval(() => {
    const back = all.filter(({ isBack }) => isBack);
    const who = back[turn++ % back.length];
    if (!who) return;
    const begun = performance.now();
    // What it answers does not matter: nobody was at this table.
    const answered = who
      .ask('table:act', { tableId: 'no-such-table', after: 0, action: {} })
      .then((answer) => void (answer && latencies.push(performance.now() - begun)));
    asked.push(answered);
  }, 10);
  return {
    async stop(): Promise<readonly number[]> {
      clearInterval(timer);
      await Promise.all(asked);
      return latencies;
    },
  };
}

/** The longest one since it was asked last (ms). */
async function loopStall(metricsPort: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const [, seconds] = /^trellis_nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics) ?? [];
  return Math.round(1000 * Number(seconds));
}
