import 'reflect-metadata';
import { readConfiguration } from '@trellis/server/configuration/configuration';
import { presetNamed } from '@trellis/server/facts/facts.module';
import { createLog } from '@trellis/server/http/log';
import { CryptoChance } from '@trellis/server/machine/crypto-chance';
import { HouseThinker } from '@trellis/server/machine/house-thinker';
import { alone } from '@trellis/server/nodes/cluster';
import { SystemClock } from '@trellis/server/machine/system-clock';
import { RunningClub } from '@trellis/server/running-club';
import { openStorage } from '@trellis/storage';
import { BusWithPoints, isInnerPoint, storageWithPoints, type InnerPoint } from './crash-points.js';
import { plantInClub, plantInStorage, type PlantedBug } from './planted-bugs.js';

// The process that fault machines kill: all of the club but the pages. It waits for `begin` before it opens
// anything, so that the next one can stand ready, its modules loaded, while this one still plays.

export type Order =
  | { readonly begin: true; readonly bug?: PlantedBug }
  /** Die at this point the next time it is reached; null: nowhere. */
  | { readonly dieAt: string | null };

export type Report = { readonly open: true } | { readonly failed: string };

let dieAt: InnerPoint | undefined;

process.on('message', (order: Order) => {
  if ('dieAt' in order) {
    dieAt = order.dieAt !== null && isInnerPoint(order.dieAt) ? order.dieAt : undefined;
  } else {
    begin(order.bug).then(
      () => report({ open: true }),
      (error: unknown) => report({ failed: String(error) }),
    );
  }
});
// The machine that started it is gone.
process.on('disconnect', () => process.exit());

async function begin(bug: PlantedBug | undefined): Promise<void> {
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
  const club = await RunningClub.start({
    ...{ configuration, log, chance, thinker },
    ...alone(() => undefined),
    storage: storageWithPoints(plantInStorage(bug, opened), reached),
    bus: new BusWithPoints((error) => log.error({ error }, 'A fact was not heard'), reached),
    clock: new SystemClock(),
  });
  plantInClub(bug, club);
  process.once('SIGTERM', () => {
    void club
      .stop()
      .then(() => Promise.all([thinker.close(), opened.close()]))
      .finally(() => process.exit());
  });
}

function report(message: Report): void {
  process.send?.(message);
}
