import { howToGetPostgres, temporaryPostgres } from '@trellis/testing';
import { demoSignIn } from '../harness/club-client.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { clubTable, paced, type BenchTable } from './load.js';
import { cpuTime, residentKiB } from './process-cpu.js';
import { RawSocket } from './raw-socket.js';
import { round, sleep, watchPlay } from './window.js';

/**
 * `npm run bench:c10k -- [tables] [seconds] [people…]`: signed-in people stand in a hall, as many as each step says, while
 * tables of it play. What a connection and a change of the hall cost, and how long moves take. Prints JSON.
 */
const [tables = 500, seconds = 10, ...steps] = process.argv.slice(2).map(Number);
const crowds = steps.length > 0 ? steps : [100, 1000, 10_000];
/** All tables together: somebody thinks for five seconds. */
const movesPerSecond = tables / 5;
const warmUp = 5;
/** Some games long (s). */
const spreadOut = 90;
/** Handshakes at a time. */
const atOnce = 16;
const game = 'tic-tac-toe';

const heard = { frames: 0, bytes: 0 };
/** How often the club could let nobody in just then; a page comes again, too. */
let turnedAway = 0;

async function stand(url: string, index: number): Promise<RawSocket> {
  for (let attempt = 1; ; attempt++)
    try {
      return await enter(url, index);
    } catch (error) {
      if (attempt === 5) throw error;
      turnedAway++;
      await sleep(1);
    }
}

async function enter(url: string, index: number): Promise<RawSocket> {
  const { cookie } = await demoSignIn(url, `Idle ${index}`);
  const socket = await RawSocket.open(url, {
    headers: { cookie, origin: url },
    hear(data) {
      heard.frames++;
      heard.bytes += data.length;
    },
  });
  socket.ask('hall:enter', { game });
  return socket;
}

async function fill(people: RawSocket[], url: string, count: number): Promise<void> {
  while (people.length < count) {
    const more = Math.min(atOnce, count - people.length);
    people.push(
      ...(await Promise.all(
        Array.from({ length: more }, (_, index) => stand(url, people.length + index)),
      )),
    );
  }
}

/** What the club uses and how it answers while nothing is done to it but play. */
async function watch(pid: number, playing: readonly BenchTable[]) {
  await sleep(warmUp);
  Object.assign(heard, { frames: 0, bytes: 0 });
  const own = process.cpuUsage();
  const play = await watchPlay(playing, seconds, () => cpuTime(pid));
  const ownUsed = process.cpuUsage(own);
  const perSecond = (micros: number) => (micros * play.movesPerSecond) / 1e6;
  return {
    movesPerSecond: round(play.movesPerSecond),
    refused: play.refused,
    moveToSeenMs: { p50: round(play.p50), p99: round(play.p99) },
    clubCores: round(perSecond(play.cpuPerMove.all), 3),
    clubMainThread: round(perSecond(play.cpuPerMove.main), 3),
    benchCores: round((ownUsed.user + ownUsed.system) / 1e6 / seconds, 2),
    framesPerSecond: round(heard.frames / seconds),
    kibPerSecond: round(heard.bytes / 1024 / seconds),
  };
}

const postgres = await temporaryPostgres();
if (!postgres) throw new Error(howToGetPostgres);
const club = await QuickClubProcess.start({
  databaseUrl: postgres.url,
  env: { HOUSE_TABLES: 'off' },
});
const people: RawSocket[] = [];
try {
  const playing: BenchTable[] = [];
  for (let index = 0; index < tables; index++) playing.push(await clubTable(club.url, index));
  const pace = paced(tables, movesPerSecond);
  for (const table of playing) table.play(pace);
  // All began together: until games end at any time, the hall would change in waves.
  await sleep(spreadOut);
  const empty = await watch(club.pid, playing);
  const curve = [];
  for (const count of crowds) {
    const [before, had] = [residentKiB(club.pid), people.length];
    const begun = performance.now();
    await fill(people, club.url, count);
    const filled = (performance.now() - begun) / 1000;
    const memory = (residentKiB(club.pid) - before) / (count - had);
    const figures = await watch(club.pid, playing);
    const hallCores = figures.clubMainThread - empty.clubMainThread;
    curve.push({
      people: count,
      cameInPerSecond: round((count - had) / filled),
      turnedAway,
      ...figures,
      memoryPerConnectionKiB: round(memory),
      hallCores: round(hallCores, 3),
      hallMicrosPerPersonAndSecond: round((hallCores * 1e6) / count),
      framesPerPersonAndSecond: round(figures.framesPerSecond / count, 2),
    });
  }
  for (const table of playing) table.stop();
  console.log(JSON.stringify({ tables, seconds, emptyHall: empty, curve }, null, 2));
} finally {
  for (const each of people) each.close();
  await club.remove();
  await postgres.stop();
}
process.exit(0);
