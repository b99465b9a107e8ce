import { createServer } from 'node:http';
import autocannon from 'autocannon';
import { ClubProcess } from '../harness/club-process.js';
import { clubTable, paced, percentile, type BenchTable } from './load.js';

/**
 * `npm run bench:pages -- [seconds]`: the anonymous home page against a plain `node:http` server that
 * returns the same bytes, in turns within one run; and the moves' latency without and with page load. Prints JSON.
 */
const seconds = Number(process.argv[2] ?? 5);
const rounds = 3;
const players = { tables: 10, movesPerSecond: 100 };

async function requestsPerSecond(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections: 16,
    duration: seconds,
  });
  if (non2xx || errors)
    throw new Error(`${url}: ${non2xx} answers other than 2xx, ${errors} errors.`);
  return requests.average;
}

/** A server that knows one answer: the same status, headers and bytes. */
async function plainServer(headers: Record<string, string>, body: Buffer) {
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('The plain server has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

async function latency(tables: readonly BenchTable[], forSeconds: number) {
  for (const { counts } of tables)
    Object.assign(counts, { moves: 0, latencies: [], bytes: 0, refused: 0 });
  await new Promise((resolve) => setTimeout(resolve, forSeconds * 1000));
  const latencies = tables.flatMap(({ counts }) => counts.latencies);
  return {
    p50: round(percentile(latencies, 0.5)),
    p99: round(percentile(latencies, 0.99)),
    moves: latencies.length,
  };
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

const club = await ClubProcess.start({
  env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' },
});
try {
  const home = await fetch(`${club.url}/`);
  const body = Buffer.from(await home.arrayBuffer());
  const names = ['content-type', 'content-security-policy', 'cache-control', 'etag', 'vary'];
  const headers = Object.fromEntries(
    names.flatMap((name) => (home.headers.has(name) ? [[name, home.headers.get(name)!]] : [])),
  );
  const plain = await plainServer(headers, body);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < rounds; turn++) {
    theirs.push(await requestsPerSecond(plain.url));
    ours.push(await requestsPerSecond(`${club.url}/`));
  }
  plain.close();

  const tables: BenchTable[] = [];
  for (let index = 0; index < players.tables; index++)
    tables.push(await clubTable(club.url, index));
  const pace = paced(players.tables, players.movesPerSecond);
  for (const table of tables) table.play(pace);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const quiet = [];
  const loaded = [];
  for (let turn = 0; turn < rounds; turn++) {
    quiet.push(await latency(tables, seconds));
    // People who read: home, a hall and the leaderboards, 200 pages a second together.
    const readers = ['/', '/halls/tic-tac-toe', '/leaderboards'].map((path) =>
      autocannon({ url: `${club.url}${path}`, connections: 4, duration: seconds, overallRate: 67 }),
    );
    loaded.push(await latency(tables, seconds));
    await Promise.all(readers);
  }
  for (const table of tables) table.stop();

  const p99 = {
    quiet: median(quiet.map((each) => each.p99)),
    underPageLoad: median(loaded.map((each) => each.p99)),
  };
  const report = {
    homePage: {
      bytes: body.length,
      requestsPerSecond: round(median(ours)),
      plainServerRequestsPerSecond: round(median(theirs)),
      ratio: round(median(ours) / median(theirs)),
    },
    moves: {
      ...players,
      quiet,
      underPageLoad: loaded,
      p99Ms: p99,
      p99Ratio: round(p99.underPageLoad / p99.quiet),
    },
  };
  console.log(JSON.stringify(report, null, 2));
} finally {
  await club.remove();
}
process.exit(0);
