import { readFileSync } from 'node:fs';
import { QuickCluster } from '../cluster/quick-cluster.js';
import { atOnce, clubTable, paced, type BenchTable } from './load.js';
import { cpuTime, treeCpuTime } from './process-cpu.js';
import { round, sleep, watchPlay } from './window.js';

/**
 * `npm run bench:cluster -- [tables] [seconds] [processes…]`: pairs of raw clients play to the end again and again through nginx,
 * with one, two and three processes of one club on this machine. Moves a second, and what a move costs whom. Prints JSON.
 */
const [tables = 60, seconds = 10, ...sizes] = process.argv.slice(2).map(Number);
const warmUp = 5;

async function measure(size: number) {
  const cluster = await QuickCluster.start({ size });
  try {
    const all: BenchTable[] = [];
    for (let index = 0; index < tables; index++) all.push(await clubTable(cluster.url, index));
    let pace: (move: () => void) => void = atOnce;
    for (const table of all) table.play((move) => pace(move));
    const spent = () => ({
      club: cluster.members.reduce((sum, { club }) => sum + cpuTime(club.pid).all, 0),
      redis: treeCpuTime(cluster.redis.pid),
      postgres: treeCpuTime(cluster.postgres.pid),
      proxy: treeCpuTime(cluster.nginx.pid),
    });
    await sleep(warmUp);
    const full = await watchPlay(all, seconds, spent);
    pace = paced(tables, full.movesPerSecond / 2);
    await sleep(warmUp);
    const half = await watchPlay(all, seconds, spent);
    for (const table of all) table.stop();
    const { club, redis, postgres, proxy } = full.cpuPerMove;
    return {
      processes: size,
      movesPerSecond: round(full.movesPerSecond),
      cpuPerMoveMicros: {
        ...{ club: round(club), redis: round(redis) },
        ...{ postgres: round(postgres), proxy: round(proxy) },
      },
      shareOfRedis: round(redis / (club + redis + postgres + proxy), 3),
      halfLoadLatencyMs: { p50: round(half.p50, 2), p99: round(half.p99, 2) },
      refused: full.refused + half.refused,
    };
  } finally {
    await cluster.remove();
  }
}

const rows = [];
for (const size of sizes.length > 0 ? sizes : [1, 2, 3]) rows.push(await measure(size));
const cores = readFileSync('/proc/cpuinfo', 'utf8').match(/^processor/gm)?.length;
console.log(JSON.stringify({ tables, seconds, cores, rows }, null, 2));
process.exit(0);
