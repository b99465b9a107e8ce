import 'reflect-metadata';
import type { WorldNews } from '@trellis/grid';
import { presetIdOf } from '@trellis/games/catalog/games';
import { memoryStorage, openStorage, type Storage } from '@trellis/storage';
import type { Configuration } from './configuration/configuration.js';
import { configuration, refuseToStart } from './configuration/configured.js';
import { createLog } from './http/log.js';
import { CryptoChance } from './machine/crypto-chance.js';
import { mustBeFree } from './machine/free-port.js';
import { HouseThinker } from './machine/house-thinker.js';
import { SystemClock } from './machine/system-clock.js';
import { alone, amongOthers, type Cluster } from './nodes/cluster.js';
import { RedisConnection } from './redis/redis-connection.js';
import { RedisWorldNews } from './redis/redis-world-news.js';
import type { RunningClub } from './running-club.js';

// The process. This is the one file that knows which adapter stands behind which port.

/** A stop that takes longer than this is not waited for (ms). Nothing acknowledged is lost by it. */
const longestStop = 9_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

const chance = new CryptoChance();
const thinker = new HouseThinker(chance);
let stopping = false;
let club: RunningClub | undefined;
const log = createLog(configuration.logLevel);

// A bug in one place must not end every game in the club: it is logged, and the process lives.
let stray = 0;
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) =>
    log.error({ error, event, requestId: `stray-${++stray}` }, 'An error that nobody caught'),
  );
}

await mustBeFree(configuration.port).catch(cannotStart);
// The rest of the club is loaded while its database opens, in a thread or a process of its own.
const loading = Promise.all([import('./running-club.js'), import('./site/site.js')]);
const storage = await opened(configuration);
const redis = configuration.redisUrl
  ? await RedisConnection.to(configuration.redisUrl, log)
  : undefined;
redis?.start();
const cluster = await joined();
const worldNews = worldNewsOver(redis);
await start();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // Asked again: at once. What was acknowledged is in the journal.
    if (stopping) process.exit(130);
    void stop();
  });
}

say(
  [
    `Trellis is open at ${configuration.publicUrl}`,
    `database: ${storage.describe}`,
    `sign-in: ${signInModes(configuration)}`,
  ].join(' · '),
);

async function opened({ storage, databaseUrl, dataDir }: Configuration): Promise<Storage> {
  if (storage === 'memory') return memoryStorage({ presetOf: presetIdOf });
  try {
    return await openStorage({
      ...{ databaseUrl, dataDir, presetOf: presetIdOf },
      onProgress: (line) => say(`${line} …`),
      onFailure: (error) => {
        log.error({ error }, 'The embedded database broke: start the club again');
        process.exitCode = 1;
        void stop();
      },
    });
  } catch (error) {
    refuseToStart(`The database could not be opened: ${reasonOf(error)}`);
  }
}

/** With a database of its own a process is alone, whatever Redis knows of others. */
async function joined(): Promise<Cluster> {
  const report = (error: unknown) => log.error({ error }, 'A fact was not heard');
  if (!redis || !configuration.databaseUrl) return alone(report);
  try {
    return await amongOthers(redis, log, report);
  } catch (error) {
    await storage.close().catch(() => undefined);
    refuseToStart(`The other processes could not be reached through Redis: ${reasonOf(error)}`);
  }
}

async function start(): Promise<void> {
  const { bus, directory, nodes, messages } = cluster;
  try {
    const [{ RunningClub }, { Site }] = await loading;
    club = await RunningClub.start(
      {
        ...{ configuration, log, bus, storage, redis, worldNews, directory, nodes, messages },
        clock: new SystemClock(),
        chance,
        thinker,
      },
      { progress: say, pages: (need) => new Site({ ...need, log: say }) },
    );
  } catch (error) {
    await storage.close().catch(() => undefined);
    cannotStart(error);
  }
}

/** The grid is one world for all processes that share a Redis. */
function worldNewsOver(connection: RedisConnection | undefined): WorldNews | undefined {
  if (!connection) return undefined;
  const news = new RedisWorldNews(connection, log);
  news.start();
  return news;
}

function cannotStart(error: unknown): never {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  refuseToStart(
    taken
      ? `Port ${configuration.port} is taken. Stop what listens there, or set PORT to another one.`
      : `The club could not be started: ${reasonOf(error)}`,
  );
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('Closing the club …');
  setTimeout(() => {
    log.error({}, 'The club did not close in time');
    process.exit(1);
  }, longestStop).unref();
  try {
    await club?.stop();
    await thinker.close();
    await cluster.stop();
    redis?.stop();
    await storage.close();
    say('Trellis is closed.');
    process.exit();
  } catch (error) {
    log.error({ error }, 'The club did not close in order');
    process.exit(1);
  }
}

function signInModes({ google, oidc, demoSignIn }: Configuration): string {
  const modes = [google && 'Google', oidc && 'OpenID Connect', demoSignIn && 'demo (any name)'];
  return modes.filter(Boolean).join(', ');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
