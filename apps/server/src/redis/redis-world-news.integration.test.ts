import { TemporaryRedis } from '@trellis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../http/log.js';
import { GridWalker } from '../testing/grid-walker.js';
import { TestClub } from '../testing/test-club.js';
import { RedisConnection } from './redis-connection.js';
import { RedisWorldNews } from './redis-world-news.js';

// Without the program these are skipped, and the runner's summary says so.
describe.skipIf(!TemporaryRedis.found)('one grid over two servers', () => {
  let redis: TemporaryRedis;
  const clubs: TestClub[] = [];
  const connections: RedisConnection[] = [];
  const log = createLog('silent', { write: () => undefined });

  const aClub = async () => {
    const connection = await RedisConnection.to(redis.url, log);
    connections.push(connection);
    connection.start();
    const worldNews = new RedisWorldNews(connection, log);
    worldNews.start();
    const club = await TestClub.start(undefined, undefined, { worldNews });
    clubs.push(club);
    return club;
  };

  beforeAll(async () => {
    redis = await TemporaryRedis.start();
  });
  afterAll(async () => {
    for (const club of clubs) await club.stop();
    for (const each of connections) each.stop();
    await redis.stop();
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

    await redis.kill();
    ann.says('movement', { direction: 'right' });
    await ann.until(() => ann.positions(ann.userId).length > 3);
    const cyd = await GridWalker.connect(one.url);
    await redis.restart();
    await page.until(() => page.all('grid:world').length > 0);
    const dee = await GridWalker.connect(two.url);
    // What was not told meanwhile is made good when the processes hear of each other again.
    await dee.until(() => dee.all('users_connected').at(-1) === 2);
    for (const each of [ann, bob, page]) each.close();
    await cyd.until(() => cyd.all('users_connected').at(-1) === 2);

    await clubs.pop()!.stop();
    await cyd.until(() => cyd.all('users_connected').at(-1) === 1);
    for (const each of [cyd, dee]) each.close();
  });
});
