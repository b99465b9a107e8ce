import { randomBytes } from 'node:crypto';
import { howToGetPostgres, TemporaryRedis, temporaryPostgres } from '@trellis/testing';
import { ClubProcess } from '../harness/club-process.js';
import { freePort } from '@trellis/testing';
import { howToGetNginx, Nginx } from '../harness/nginx.js';

// `npm run cluster -- [processes]`: the club in several processes behind nginx, with Redis and Postgres, all on loopback and
// from installed programs. PORT is nginx's. Ctrl-C stops everything; nothing is kept.

const size = Number(process.argv[2] ?? 3);
const port = Number(process.env.PORT ?? 3000);
/** One for all processes: who is signed in in one is in all. */
const secret = randomBytes(32).toString('hex');
const closing: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop().then(() => process.exit()));

try {
  await start();
} catch (error) {
  // What was ended while it started says so.
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stop();
  process.exit(1);
}

async function start(): Promise<void> {
  if (!Number.isInteger(size) || size < 1) throw new Error('npm run cluster -- <processes>');
  if (!Nginx.found) throw new Error(howToGetNginx);
  if (!TemporaryRedis.found)
    throw new Error('No redis-server was found: apt-get install redis-server.');
  const postgres = await temporaryPostgres({ ownGroup: true });
  if (!postgres) throw new Error(howToGetPostgres);
  closing.push(() => postgres.stop());
  const redis = await TemporaryRedis.start({ ownGroup: true });
  closing.push(() => redis.stop());
  const clubs = await Promise.all(
    Array.from({ length: size }, () => startClub(postgres.url, redis.url)),
  );
  const nginx = await Nginx.start({
    port,
    nodes: clubs.map(({ port }) => `127.0.0.1:${port}`),
    ownGroup: true,
  });
  closing.push(() => nginx.stop());
  for (const { port, pid } of clubs) console.log(`process ${pid} listens on ${port}`);
  console.log(`Postgres: ${postgres.url} · Redis: ${redis.url}`);
  console.log(`Trellis is open at ${nginx.url} · Ctrl-C stops it`);
}

async function startClub(databaseUrl: string, redisUrl: string): Promise<ClubProcess> {
  const metricsPort = await freePort();
  const club = await ClubProcess.start({
    ownGroup: true,
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      PUBLIC_URL: `http://localhost:${port}`,
      TRUST_PROXY: '1',
      SESSION_SECRET: secret,
      DEMO_SIGN_IN: 'on',
      HOUSE_TABLES: 'on',
      METRICS_PORT: String(metricsPort),
    },
  });
  closing.push(() => club.remove());
  return club;
}

/** In the reverse order of the start: the processes still reach what they need. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    console.log('Stopping …');
    const clubs = closing.splice(2);
    await Promise.all(clubs.map((close) => close()));
    for (const close of closing.reverse()) await close().catch(() => undefined);
  })();
  return stopping;
}
