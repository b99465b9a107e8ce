import { parseArgs } from 'node:util';
import { attackCluster } from '../cluster/attack-cluster.js';
import { clusterBugs, isClusterBug } from '../cluster/cluster-bugs.js';
import { Network } from '../harness/network.js';
import { isPlantedBug, type PlantedBug } from '../harness/planted-bugs.js';
import { dieAtEveryPoint } from './crash-points.js';
import { fillDisk } from './disk-full.js';
import { checkHistories } from './histories.js';
import { killAtRandom } from './kills.js';
import { attackClub } from './load-faults.js';
import { loseDatabase } from './outages.js';
import { race } from './races.js';
import { restartUnderTables } from './restart.js';
import { returnAfterRestart } from './returns.js';

// `npm run fault:<machine> -- [--size N] [--seed N] [--bug NAME]`: the long run of a fault machine. Figures are JSON on
// stdout; it ends with 1 when a promise was broken.

interface Asked {
  readonly size: number | undefined;
  readonly seed: number;
  readonly bug: PlantedBug | undefined;
}

const machines = {
  /** Size: histories of 240 commands each. */
  history: ({ size = 500, ...asked }) =>
    checkHistories({ histories: size, commands: 240, ...asked }),
  /** Size: kills. */
  kills: ({ size = 1000, ...asked }) => killAtRandom({ kills: size, club: 'quick', ...asked }),
  /** Size: kills, of the club with its pages and its embedded database. */
  'whole-kills': ({ size = 50, seed }) => killAtRandom({ kills: size, club: 'whole', seed }),
  /** Size: deaths at each point. */
  points: ({ size = 25, ...asked }) => dieAtEveryPoint({ times: size, ...asked }),
  /** Size: stops of the database; twice as many cuts at COMMIT. */
  outages: ({ size = 100, ...asked }) => loseDatabase({ stops: size, cuts: 2 * size, ...asked }),
  /** Size: how often the disk of the data folder is filled. */
  disk: ({ size = 10, ...asked }) => fillDisk({ times: size, ...asked }),
  /** Size: games that meet their deadline, ten times as many duplicated requests, a tenth as many last seats. */
  races: ({ size = 1000, ...asked }) =>
    race({ duplicates: 10 * size, lastSeats: Math.ceil(size / 10), deadlines: size, ...asked }),
  /** Size: tables that play when the club is killed; on both databases. */
  restart: async ({ size = 200, bug }) => {
    const times = 5;
    if (bug)
      return restartUnderTables({ tables: size, times, database: 'postgres', club: 'quick', bug });
    const embedded = await restartUnderTables({ tables: size, times, database: 'embedded' });
    const postgres = await restartUnderTables({ tables: size, times, database: 'postgres' });
    return { embedded, postgres, broken: [...embedded.broken, ...postgres.broken] };
  },
  /** Size: pages that come back after a stop in order. */
  returns: ({ size = 1000, bug }) =>
    returnAfterRestart({ pages: 8 * Math.ceil(size / 8), timed: true, bug }),
  /**
   * Size: deaths of an owner; half as many of all else that is done to several processes, a tenth as many rolling restarts. A bug is
   * looked for where it shows.
   */
  cluster: async ({ size = 40, bug, seed }) => {
    if (bug && isClusterBug(bug)) return attackCluster({ seed, bug, ...clusterBugs[bug].attack });
    const report = await attackCluster({
      kills: size,
      stops: Math.ceil(size / 2),
      pauses: Math.ceil(size / 2),
      redis: Math.ceil(size / 2),
      partitions: Math.ceil(size / 2),
      rollingRestarts: Math.ceil(size / 10),
      cables: !Network.impossible,
      ...{ bug, seed },
    });
    const broken = [...report.broken, ...report.slow];
    return { ...report, broken, skipped: Network.impossible && `No cables: ${Network.impossible}` };
  },
  /** Size: connections of a flood. */
  load: ({ size = 2000 }) =>
    attackClub({
      timed: true,
      quiet: 10,
      attacks: {
        'slow heads': { size: 250, seconds: 15 },
        'slow bodies': { size: 250, seconds: 15 },
        'connection flood': { size, seconds: 15 },
        'flood from one address': { size, seconds: 15 },
        'event flood': { size: 1, seconds: 15 },
        'slow readers': { size: 40, seconds: 20 },
      },
    }),
} satisfies Record<string, (asked: Asked) => Promise<{ readonly broken: readonly string[] }>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, seed: { type: 'string' }, bug: { type: 'string' } },
});
const [name = ''] = positionals;
if (!isMachine(name) || (values.bug !== undefined && !isPlantedBug(values.bug))) {
  console.error(`Machines: ${Object.keys(machines).join(', ')}.`);
  process.exit(2);
}
const report = await machines[name]({
  size: values.size === undefined ? undefined : Number(values.size),
  seed: Number(values.seed ?? Date.now() % 1e6),
  bug: values.bug as PlantedBug | undefined,
});
console.log(JSON.stringify({ machine: name, ...report }, null, 2));
process.exit(report.broken.length > 0 ? 1 : 0);

function isMachine(text: string): text is keyof typeof machines {
  return Object.hasOwn(machines, text);
}
