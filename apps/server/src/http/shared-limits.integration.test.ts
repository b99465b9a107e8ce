import { TemporaryRedis } from '@trellis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RedisConnection } from '../redis/redis-connection.js';
import { createLog } from './log.js';
import { clubLimits, RateLimits } from './rate-limits.js';

const limits = {
  ...clubLimits,
  chat: { account: { points: 3, seconds: 60 }, address: { points: 100, seconds: 60 } },
};
const keys = { account: 'ann', address: '203.0.113.9' };

// Without the program these are skipped, and the runner's summary says so.
describe.skipIf(!TemporaryRedis.found)('limits that several processes share', () => {
  let redis: TemporaryRedis;
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  const connections: RedisConnection[] = [];

  const aProcess = async () => {
    const connection = await RedisConnection.to(redis.url, log);
    connections.push(connection);
    connection.start();
    await expect.poll(() => connection.state).toBe('up');
    return new RateLimits({ limits, redis: connection.client });
  };

  beforeAll(async () => {
    redis = await TemporaryRedis.start();
  });
  afterAll(async () => {
    for (const each of connections) each.stop();
    await redis.stop();
  });

  test('two processes count together; one without Redis goes on alone', async () => {
    const [one, two] = [await aProcess(), await aProcess()];
    await one.take('chat', keys);
    await two.take('chat', keys);
    await one.take('chat', keys);
    await expect(two.take('chat', keys)).rejects.toMatchObject({
      code: 'rate-limited',
      details: { retryMs: expect.any(Number) as number },
    });
    await expect(two.take('chat', { ...keys, account: 'bob' })).resolves.toBeUndefined();

    await redis.kill();
    await expect.poll(() => connections.map((each) => each.state)).toEqual(['away', 'away']);
    await expect(two.take('chat', { ...keys, account: 'eve' })).resolves.toBeUndefined();
    expect(lines.filter((line) => line.includes('Redis is away'))).toHaveLength(2);

    await redis.restart();
    await expect.poll(() => connections.map((each) => each.state)).toEqual(['up', 'up']);
    await expect(two.take('chat', { ...keys, account: 'fay' })).resolves.toBeUndefined();
  });

  test('a Redis that hangs holds nobody up', async () => {
    const limited = await aProcess();
    redis.signal('SIGSTOP');
    // It is not waited for: it stands still until this is answered.
    await expect(limited.take('chat', { ...keys, account: 'gus' })).resolves.toBeUndefined();
    redis.signal('SIGCONT');
  });
});
