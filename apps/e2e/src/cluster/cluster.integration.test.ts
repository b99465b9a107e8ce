import { expect, test } from 'vitest';
import { Nginx } from '../harness/nginx.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { attackCluster, type ClusterOptions } from './attack-cluster.js';

const seed = Number(process.env.SEED ?? Date.now() % 1e6);

// Real processes behind a real nginx, with a real Redis and a real Postgres.
const withPrograms = test.skipIf(!Nginx.found);

withPrograms(
  'several processes are killed, stopped, paused, cut off and restarted under play',
  async () => {
    const { broken, ...figures } = await attackCluster({
      ...{ seed, kills: 1, stops: 1, pauses: 1, redis: 3, partitions: 1, rollingRestarts: 1 },
    });
    console.log(JSON.stringify(figures));
    // Here other suites' work may stand in the way of bounds on time: `npm run fault:cluster` holds them.
    expect(broken, `seed ${seed}`).toEqual([]);
    expect(figures.counts).toMatchObject({ kills: 1, 'redis frozen': 1, 'rolling restarts': 1 });
  },
  180_000,
);

/** Each with what is done to find it, and what is said of it. */
const bugs: readonly (readonly [PlantedBug, Partial<ClusterOptions>, string])[] = [
  ['writes-anyway', { pauses: 1 }, 'what the journal does not say'],
  ['never-takes-over', { kills: 1 }, 'takenOverMs'],
  ['leaves-without-a-word', { stops: 1 }, 'handedOverMs'],
  ['keeps-ghosts', { kills: 1 }, 'ghostsMs'],
  ['gives-no-credit', { kills: 2 }, 'its clock ran'],
];

for (const [bug, attack, said] of bugs)
  withPrograms(
    `found out: ${bug}`,
    async () => {
      const { broken, slow } = await attackCluster({ seed, bug, size: 2, tables: 2, ...attack });
      expect([...broken, ...slow].join('\n')).toContain(said);
    },
    180_000,
  );
