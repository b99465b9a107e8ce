import { pause } from '../faults/crowd.js';
import type { ClusterScene } from './scene.js';

export const redisFaults = ['killed', 'flushed', 'frozen'] as const;
export type RedisFault = (typeof redisFaults)[number];

/** Longer than a lease (ms). */
const away = 4000;

/** Redis dies, forgets or stands still: people play on where they are, and soon after it is back everybody sees everything again. */
export async function loseRedis(scene: ClusterScene, fault: RedisFault): Promise<void> {
  const { redis, members } = scene.cluster;
  await scene.play(scene.history.tables.length);
  if (fault === 'flushed') redis.flush();
  else {
    const before = scene.history.count('acknowledged');
    const end = await takeAway(scene, fault);
    await pause(away);
    const played = scene.history.count('acknowledged') - before;
    scene.count('acknowledgedWithoutRedis', played);
    if (played === 0) scene.broken.push(`While Redis was ${fault} nobody could play.`);
    await end();
  }
  // Every table has moved on once more, and all see it.
  const back = performance.now();
  scene.note('playedAfterRedisMs', await scene.goOn(scene.history.tables, back));
  const told = performance.now() - back;
  scene.note('deliveredAfterRedisMs', [told + (await scene.reach(members, 10_000))]);
  scene.count(`redis ${fault}`);
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
