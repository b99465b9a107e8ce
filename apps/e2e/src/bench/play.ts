import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { temporaryPostgres } from '@trellis/testing';
import { ClubClient } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { atOnce, bareTable, clubTable, paced, type BenchTable } from './load.js';
import { cpuTime, residentKiB, treeCpuTime } from './process-cpu.js';
import { round, sleep, watchPlay } from './window.js';

/**
 * `npm run bench:play -- [tables] [seconds]`: pairs of raw clients play to the end again and again.
 * Rows in one run: the club on a real Postgres, the club on its embedded one, and bare Socket.IO with
 * the same traffic. Prints JSON.
 */
const tables = Number(process.argv[2] ?? 50);
const seconds = Number(process.argv[3] ?? 10);
const warmUp = 3;

interface Target {
  readonly url: string;
  readonly pid: number;
  /** CPU of a database in processes of its own so far, µs; the embedded one is a thread of the club's process. */
  readonly databaseCpu: () => number;
  readonly open: (index: number) => Promise<BenchTable>;
}

async function measure({ pid, databaseCpu, open }: Target) {
  const all: BenchTable[] = [];
  const before = residentKiB(pid);
  for (let index = 0; index < tables; index++) all.push(await open(index));
  const memory = (residentKiB(pid) - before) / (2 * tables);
  let pace: (move: () => void) => void = atOnce;
  for (const table of all) table.play((move) => pace(move));

  await sleep(warmUp);
  const spent = () => ({ ...cpuTime(pid), database: databaseCpu() });
  const full = await watchPlay(all, seconds, spent);
  pace = paced(tables, full.movesPerSecond / 2);
  await sleep(warmUp);
  const half = await watchPlay(all, seconds, spent);
  for (const table of all) table.stop();
  return {
    movesPerSecond: round(full.movesPerSecond),
    cpuPerMoveMicros: round(full.cpuPerMove.all),
    ofWhichMainThread: round(full.cpuPerMove.main),
    databaseCpuPerMoveMicros: round(full.cpuPerMove.database),
    bytesPerMove: round(full.bytesPerMove),
    refused: full.refused + half.refused,
    halfLoad: {
      movesPerSecond: round(half.movesPerSecond),
      cpuPerMoveMicros: round(half.cpuPerMove.all),
      latencyMs: { p50: round(half.p50, 2), p99: round(half.p99, 2) },
    },
    memoryPerPlayerKiB: round(memory),
  };
}

/** Memory of a connection that only stands in the hall: 500 signed-in sockets. */
async function memoryPerIdleConnection(club: ClubProcess): Promise<number> {
  const before = residentKiB(club.pid);
  const people: ClubClient[] = [];
  for (let i = 0; i < 500; i++) {
    const person = await ClubClient.connect(club.url, `Idle ${i}`);
    await person.must('hall:enter', { game: 'tic-tac-toe' });
    people.push(person);
  }
  const after = residentKiB(club.pid);
  people.forEach((person) => person.close());
  return (after - before) / people.length;
}

const unlimited = { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' };

async function benchClub(databaseUrl: string | undefined, databaseCpu: () => number) {
  const club = await ClubProcess.start({
    env: { ...unlimited, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
  });
  try {
    const figures = await measure({
      url: club.url,
      pid: club.pid,
      databaseCpu,
      open: (index) => clubTable(club.url, index),
    });
    return { ...figures, memoryPerIdleConnectionKiB: round(await memoryPerIdleConnection(club)) };
  } finally {
    await club.remove();
  }
}

async function benchBare(viewBytes: number) {
  const child = fork(fileURLToPath(new URL('./bare-server.js', import.meta.url)), [
    String(viewBytes),
  ]);
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message) => resolve((message as { port: number }).port)),
  );
  const url = `http://127.0.0.1:${port}`;
  try {
    return await measure({
      url,
      pid: child.pid!,
      databaseCpu: () => 0,
      open: (index) => bareTable(url, index),
    });
  } finally {
    child.disconnect();
  }
}

/** How long one view is on the wire, so that the yardstick sends as much. */
function viewBytes({ bytesPerMove }: { bytesPerMove: number }): number {
  const answer = 40; // the acknowledgement
  return Math.round((bytesPerMove - answer) / 2);
}

const postgres = await temporaryPostgres();
const onPostgres = postgres && (await benchClub(postgres.url, () => treeCpuTime(postgres.pid)));
await postgres?.stop();
const embedded = await benchClub(undefined, () => 0);
const bare = await benchBare(viewBytes(onPostgres ?? embedded));
const ratio = (club: typeof embedded) => ({
  cpuPerMove: round(club.cpuPerMoveMicros / bare.cpuPerMoveMicros, 2),
  movesPerSecond: round(club.movesPerSecond / bare.movesPerSecond, 2),
  latencyP99: round(club.halfLoad.latencyMs.p99 / bare.halfLoad.latencyMs.p99, 2),
});
const report = {
  tables,
  seconds,
  ...(onPostgres
    ? { postgres: onPostgres, ratioPostgresToBare: ratio(onPostgres) }
    : { postgres: 'not installed' }),
  embedded,
  ratioEmbeddedToBare: ratio(embedded),
  bareSocketIo: bare,
};
console.log(JSON.stringify(report, null, 2));
process.exit(0);
