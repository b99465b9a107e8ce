import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../http/log.js';
import { GridWalker } from '../testing/grid-walker.js';
import { TestClub } from '../testing/test-club.js';
import { RedisConnection } from './redis-connection.js';
import { RedisWorldNews } from './redis-world-news.js';

const found = spawnSync('redis-server', ['--version']).status === 0;
if (!found && process.env['REQUIRE_ALL'] === '1')
  throw new Error('redis-server is missing: apt-get install redis-server');

// Without the program these are skipped, and the runner's summary says so.
describe.skipIf(!found)('one grid over two servers', () => {
  let server: ChildProcess;
  let port: number;
  const clubs: TestClub[] = [];
  const connections: RedisConnection[] = [];
  const log = createLog('silent', { write: () => undefined });

  const startRedis = () => {
    const settings = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
    server = spawn('redis-server', ['--port', String(port), ...settings], { stdio: 'ignore' });
  };
  const stopRedis = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  };
  const aClub = async () => {
    const connection = new RedisConnection(`redis://127.0.0.1:${port}`, log);
    connections.push(connection);
    connection.start();
    const worldNews = new RedisWorldNews(connection, log);
    worldNews.start();
    const club = await TestClub.start(undefined, undefined, { worldNews });
    clubs.push(club);
    return club;
  };

  beforeAll(async () => {
    const probe = createServer().listen(0);
    port = (probe.address() as AddressInfo).port;
    await new Promise((resolve) => probe.close(resolve));
    startRedis();
  });
  afterAll(async () => {
    for (const club of clubs) await club.stop();
    for (const each of connections) each.stop();
    await stopRedis();
  });

  test('walkers of both are in one world, and it is one again after Redis was away', async () => {
    const [one, two] = [await aClub(), await aClub()];
    await expect.poll(() => connections.map(({ state }) => state)).toEqual(['up', 'up']);
    const [ann, bob] = [await GridWalker.connect(one.url), await GridWalker.connect(two.url)];
    const page = await GridWalker.connect(two.url, { auth: { protocol: 2 } });
    for (const each of [ann, bob]) await each.until(() => each.all('users_connected').at(-1) === 3);
    const before = bob.positions(ann.userId).length;
    ann.says('movement', { direction: 'left' });
    ann.says('movement', { direction: 'up' });
    await bob.until(() => bob.positions(ann.userId).length === before + 2);
    await ann.until(() => ann.positions(ann.userId).length === 3);
    expect(bob.positions(ann.userId).slice(-2)).toEqual(ann.positions(ann.userId).slice(-2));

    bob.says('join', { room: 'paint' });
    ann.says('join', { room: 'paint' });
    page.says('join', { room: 'paint' });
    await page.until(() => page.frames().some(({ paint }) => paint?.phase === 'running'));
    await ann.until(() => ann.all('users_connected').at(-1) === 3);

    await stopRedis();
    ann.says('movement', { direction: 'right' });
    await ann.until(() => ann.positions(ann.userId).length > 3);
    const cyd = await GridWalker.connect(one.url);
    startRedis();
    await page.until(() => page.all('grid:world').length > 0);
    const dee = await GridWalker.connect(two.url);
    // What was not told meanwhile is made good when the processes hear of each other again.
    await dee.until(() => dee.all('users_connected').at(-1) === 2);
    for (const each of [ann, bob, page]) each.close();
    await cyd.until(() => cyd.all('users_connected').at(-1) === 2);

    await clubs.pop()!.stop();
    await cyd.until(() => cyd.all('users_connected').at(-1) === 1);
    for (const each of [cyd, dee]) each.close();
  }, 40_000);
});
