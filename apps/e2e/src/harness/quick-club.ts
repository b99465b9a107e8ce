import 'reflect-metadata';
import { readConfiguration } from '@trellis/server/configuration/configuration';
import type { Configuration } from '@trellis/server/configuration/configuration';
import { presetNamed } from '@trellis/server/facts/facts.module';
import { createLog, type Log } from '@trellis/server/http/log';
import { CryptoChance } from '@trellis/server/machine/crypto-chance';
import { HouseThinker } from '@trellis/server/machine/house-thinker';
import { alone, amongOthers, type Cluster } from '@trellis/server/nodes/cluster';
import { SystemClock } from '@trellis/server/machine/system-clock';
import { RedisConnection } from '@trellis/server/redis/redis-connection';
import { RunningClub } from '@trellis/server/running-club';
import { openStorage } from '@trellis/storage';
import { BusWithPoints, isInnerPoint, storageWithPoints, type InnerPoint } from './crash-points.js';
import { plantInClub, plantInCluster, plantInStorage, type PlantedBug } from './planted-bugs.js';

// The process that fault machines kill: all of the club but the pages. It waits for `begin` before it opens
// anything, so that the next one can stand ready, its modules loaded, while this one still plays.

export type Order =
  | { readonly begin: true; readonly bug?: PlantedBug }
  /** Die at this point the next time it is reached; null: nowhere. */
  | { readonly dieAt: string | null };

/** `node`: what the other processes of its club call it. */
export type Report = { readonly open: true; readonly node: string } | { readonly failed: string };

let dieAt: InnerPoint | undefined;

process.on('message', (order: Order) => {
  if ('dieAt' in order) {
    dieAt = order.dieAt !== null && isInnerPoint(order.dieAt) ? order.dieAt : undefined;
  } else {
    begin(order.bug).then(
      (node) => report({ open: true, node }),
      (error: unknown) => report({ failed: String(error) }),
    );
  }
});
// The machine that started it is gone.
process.on('disconnect', () => process.exit());

async function begin(bug: PlantedBug | undefined): Promise<string> {
  const configuration = readConfiguration(process.env);
  const { databaseUrl, dataDir, logLevel } = configuration;
  const log = createLog(logLevel);
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (error: unknown) => log.error({ error }, event));
  // As a killed process dies: no handler runs, nothing is flushed.
  const reached = (point: InnerPoint) => {
    if (point === dieAt) process.kill(process.pid, 'SIGKILL');
  };
  const opened = await openStorage({ databaseUrl, dataDir, presetOf: presetNamed });
  const chance = new CryptoChance();
  const thinker = new HouseThinker(chance);
  const { redis, cluster } = await joined(configuration, log, reached);
  plantInCluster(bug, cluster);
  const { directory, nodes, messages, bus } = cluster;
  const club = await RunningClub.start({
    ...{ configuration, log, chance, thinker, redis, directory, nodes, messages, bus },
    storage: storageWithPoints(plantInStorage(bug, opened), reached),
    clock: new SystemClock(),
  });
  plantInClub(bug, club);
  process.once('SIGTERM', () => {
    void club
      .stop()
      .then(() => Promise.all([thinker.close(), cluster.stop()]))
      .then(() => redis?.stop())
      .then(() => opened.close())
      .finally(() => process.exit());
  });
  return directory.node;
}

/** As `main.ts` does it: with a Redis it is one of several. */
async function joined(
  { redisUrl }: Configuration,
  log: Log,
  reached: (point: InnerPoint) => void,
): Promise<{ readonly redis?: RedisConnection; readonly cluster: Cluster }> {
  const unheard = (error: unknown) => log.error({ error }, 'A fact was not heard');
  if (!redisUrl)
    return { cluster: { ...alone(unheard), bus: new BusWithPoints(unheard, reached) } };
  const redis = await RedisConnection.to(redisUrl, log);
  redis.start();
  return { redis, cluster: await amongOthers(redis, log, unheard) };
}

function report(message: Report): void {
  process.send?.(message);
}
