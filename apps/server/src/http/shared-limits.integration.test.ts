import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RedisConnection } from '../redis/redis-connection.js';
import { createLog } from './log.js';
import { clubLimits, RateLimits } from './rate-limits.js';

const found = spawnSync('redis-server', ['--version']).status === 0;
const limits = {
  ...clubLimits,
  chat: { account: { points: 3, seconds: 60 }, address: { points: 100, seconds: 60 } },
};
const keys = { account: 'ann', address: '203.0.113.9' };

if (!found && process.env['REQUIRE_ALL'] === '1')
  throw new Error('redis-server is missing: apt-get install redis-server');

// Without the program these are skipped, and the runner's summary says so.
describe.skipIf(!found)('limits that several processes share', () => {
  let server: ChildProcess;
  let port: number;
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  const connections: RedisConnection[] = [];

  const startRedis = () => {
    const settings = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
    server = spawn('redis-server', ['--port', String(port), ...settings], { stdio: 'ignore' });
  };
  const stopRedis = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  };
  const aProcess = async () => {
    const connection = new RedisConnection(`redis://127.0.0.1:${port}`, log);
    connections.push(connection);
    connection.start();
    await expect.poll(() => connection.state, { timeout: 10_000 }).toBe('up');
    return new RateLimits({ limits, redis: connection.client });
  };

  beforeAll(async () => {
    const probe = createServer().listen(0);
    port = (probe.address() as AddressInfo).port;
    await new Promise((resolve) => probe.close(resolve));
    startRedis();
  });
  afterAll(async () => {
    for (const each of connections) each.stop();
    await stopRedis();
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

    await stopRedis();
    await expect.poll(() => connections.map((each) => each.state)).toEqual(['away', 'away']);
    const begun = performance.now();
    await expect(two.take('chat', { ...keys, account: 'eve' })).resolves.toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(lines.filter((line) => line.includes('Redis is away'))).toHaveLength(2);

    startRedis();
    await expect
      .poll(() => connections.map((each) => each.state), { timeout: 15_000 })
      .toEqual(['up', 'up']);
    await expect(two.take('chat', { ...keys, account: 'fay' })).resolves.toBeUndefined();
  });

  test('a Redis that hangs holds nobody up', async () => {
    const limited = await aProcess();
    server.kill('SIGSTOP');
    const begun = performance.now();
    await expect(limited.take('chat', { ...keys, account: 'gus' })).resolves.toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(2000);
    server.kill('SIGCONT');
  });
});
