import { pause } from '../faults/crowd.js';
import { lettersOf } from '../faults/crowds.js';
import { LocalGame } from './local-game.js';
import type { ClusterScene } from './scene.js';

export const redisFaults = ['killed', 'flushed', 'frozen'] as const;
export type RedisFault = (typeof redisFaults)[number];

/** A move a second in each process, for longer than a lease. */
const rounds = 4;

/** Redis dies, forgets or stands still: people play on where they are, and soon after it is back everybody sees everything again. */
export async function loseRedis(scene: ClusterScene, fault: RedisFault): Promise<void> {
  const { redis, members } = scene.cluster;
  await scene.play(scene.history.tables.length);
  if (fault === 'flushed') redis.flush();
  else {
    const local = await localGames(scene);
    const before = scene.history.count('acknowledged');
    const bringBack = await takeAway(scene, fault);
    for (let round = 0; round < rounds; round++) {
      await pause(1000);
      for (const [index, game] of local.entries())
        if (!(await game.move()))
          scene.broken.push(`While Redis was ${fault} process ${index} took no move of its table.`);
    }
    scene.count('acknowledgedWithoutRedis', scene.history.count('acknowledged') - before);
    await bringBack();
    for (const game of local) game.close();
  }
  // Every table has moved on once more, and all see it.
  const back = performance.now();
  scene.note('playedAfterRedisMs', await scene.goOn(scene.history.tables, back));
  const told = performance.now() - back;
  scene.note('deliveredAfterRedisMs', [told + (await scene.reach(members, 10_000))]);
  scene.count(`redis ${fault}`);
}

/** One game in each process. The people of the crowd may be in other processes than their table: it may stand still meanwhile. */
async function localGames({ cluster, times }: ClusterScene): Promise<LocalGame[]> {
  // Other names are other people, each time.
  const time = lettersOf(times.get('playedAfterRedisMs')?.length ?? 0);
  return Promise.all(
    cluster.members.map((member, index) =>
      LocalGame.begin(cluster, member, `Local ${lettersOf(index)} ${time}`),
    ),
  );
}

/** Returns how to bring it back. */
async function takeAway(
  { cluster: { redis } }: ClusterScene,
  fault: Exclude<RedisFault, 'flushed'>,
): Promise<() => Promise<void>> {
  if (fault === 'killed') {
    await redis.kill();
    return () => redis.restart();
  }
  redis.signal('SIGSTOP');
  return async () => redis.signal('SIGCONT');
}
