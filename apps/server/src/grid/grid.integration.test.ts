import { gridToClient } from '@trellis/wire';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Metrics } from '../health/metrics.js';
import { GridWalker } from '../testing/grid-walker.js';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
let walkers: GridWalker[] = [];
beforeAll(async () => {
  club = await TestClub.start();
});
afterEach(async () => {
  for (const walker of walkers) walker.close();
  walkers = [];
  // Nobody is left over for the next test.
  const watcher = await GridWalker.connect(club.url);
  await watcher.until(() => watcher.all('users_connected').at(-1) === 1);
  watcher.close();
});
afterAll(() => club.stop());

async function walks(options?: Parameters<typeof GridWalker.connect>[1]): Promise<GridWalker> {
  const walker = await GridWalker.connect(club.url, options);
  walkers.push(walker);
  return walker;
}

const frames = { auth: { protocol: 2 } };
const isCell = (pos: unknown) => {
  const [x, y] = pos as [number, number];
  expect(x).toBeGreaterThanOrEqual(1);
  expect(x).toBeLessThanOrEqual(20);
  expect(y).toBeGreaterThanOrEqual(1);
  expect(y).toBeLessThanOrEqual(10);
};

test('a newcomer is greeted, then told of everybody, then everybody of him', async () => {
  const ann = await walks();
  await ann.until(() => ann.heard.length === 4);
  const [message, status, position, count] = ann.heard;
  const symbol = ann.all('message')[0]!.symbol;
  expect(symbol).toMatch(/^[BCDFGHJKLMNPQRSTVWXYZ]$/);
  expect(message).toEqual(['message', { userId: ann.userId, symbol, gridDimension: [20, 10] }]);
  const pos = ann.all('grid_status')[0]![ann.userId]!.pos;
  isCell(pos);
  expect(status).toEqual(['grid_status', { [ann.userId]: { pos, symbol } }]);
  expect(position).toEqual(['user_position', { userId: ann.userId, symbol, pos }]);
  expect(count).toEqual(['users_connected', 1]);

  const bob = await walks();
  await ann.until(() => ann.heard.length === 6);
  expect(Object.keys(bob.all('grid_status')[0] ?? {}).sort()).toEqual(
    [ann.userId, bob.userId].sort(),
  );
  expect(ann.heard.slice(4).map(([event]) => event)).toEqual(['user_position', 'users_connected']);
  expect(ann.heard[5]).toEqual(['users_connected', 2]);

  bob.close();
  await ann.until(() => ann.heard.length === 8);
  expect(ann.heard.slice(6)).toEqual([
    ['user_position', { userId: bob.userId, remove: true }],
    ['users_connected', 1],
  ]);
});

test('a step is told to all with the mover; edges hold; an unknown direction is told too', async () => {
  const [ann, bob] = [await walks(), await walks()];
  await bob.until(() => bob.all('users_connected').length > 0);
  const [x, y] = bob.all('grid_status')[0]![bob.userId]!.pos;
  // More steps than rows, slower than the limit.
  const expected: [number, number][] = [[x, y]];
  for (let i = 0; i < 12; i++) {
    bob.says('movement', { direction: 'up' });
    expected.push([x, Math.max(1, y - 1 - i)]);
  }
  bob.says('movement', { direction: 'sideways' });
  expected.push(expected.at(-1)!);
  bob.says('movement', {});
  expected.push(expected.at(-1)!);
  for (const walker of [ann, bob]) {
    await walker.until(() => walker.positions(bob.userId).length === expected.length);
    expect(walker.positions(bob.userId)).toEqual(expected);
  }
});

test('more than twenty steps a second are dropped and counted, and the walker stays', async () => {
  const ann = await walks();
  for (let i = 0; i < 60; i++) ann.says('movement', { direction: 'right' });
  await ann.socket.timeout(5000).emitWithAck('movement', { direction: 'left' });
  expect(ann.all('user_position')).toHaveLength(1 + 20);
  const metrics = await club.running.get(Metrics).registry.metrics();
  const dropped = /requests_total\{event="movement",code="rate-limited"\} (\d+)/.exec(metrics);
  expect(Number(dropped?.[1])).toBe(41);
  expect(ann.socket.connected).toBe(true);
});

test('what is no message of the grid is dropped, and answered when it asks to be', async () => {
  const ann = await walks();
  ann.says('movement');
  ann.says('movement', 'up');
  ann.says('join', { room: '../x' });
  ann.socket.emit('hall:enter', { game: 'tic-tac-toe' });
  ann.socket.emit('movement', { direction: 'up' }, 'more');
  const ask = (event: string, ...bodies: unknown[]) =>
    ann.socket.timeout(5000).emitWithAck(event, ...bodies);
  expect(await ask('movement', null)).toMatchObject({ ok: false, code: 'bad-request' });
  expect(await ask('hall:enter', {})).toMatchObject({ ok: false, code: 'unknown-event' });
  expect(await ask('movement', {}, {})).toMatchObject({ ok: false, code: 'bad-request' });
  expect(await ask('movement', { direction: 'up' })).toEqual({ ok: true });
  expect(ann.all('user_position')).toHaveLength(2);
});

test('a room is a world of its own, and its head count is told on joining and leaving', async () => {
  const [ann, bob, cyd] = [await walks(), await walks(), await walks()];
  await ann.until(() => ann.all('users_connected').at(-1) === 3);
  ann.says('join', { room: 'garden' });
  await cyd.until(() => cyd.all('users_connected').at(-1) === 2);
  expect(cyd.positions(ann.userId).at(-1)).toBe('gone');
  bob.says('join', { room: 'garden' });
  await ann.until(() => ann.all('l_users').at(-1) === 2);
  expect(ann.all('l_users')).toEqual([1, 2]);
  expect(Object.keys(bob.all('grid_status').at(-1)!).sort()).toEqual(
    [ann.userId, bob.userId].sort(),
  );
  ann.says('movement', { direction: 'up' });
  await bob.until(() => bob.positions(ann.userId).length > 1);
  expect(cyd.positions(ann.userId).at(-1)).toBe('gone');

  bob.says('leave', { room: 'garden' });
  await ann.until(() => ann.all('l_users').at(-1) === 1);
  await bob.until(() => bob.all('l_users').at(-1) === 1);
  await cyd.until(() => cyd.all('users_connected').at(-1) === 2);
  expect(Object.keys(bob.all('grid_status').at(-1)!).sort()).toEqual(
    [bob.userId, cyd.userId].sort(),
  );
});

test('the page’s protocol: the world whole, then frames with the newest position of each', async () => {
  const plain = await walks();
  const page = await walks(frames);
  await page.until(() => page.frames().length > 0);
  const { you, symbol, walkers: here, room, gridDimension } = page.world()!;
  expect([room, gridDimension, here.length]).toEqual(['', [20, 10], 2]);
  expect(here.find(([number]) => number === you)?.[1]).toBe(symbol);
  for (const direction of ['up', 'down', 'up', 'up', 'left']) plain.says('movement', { direction });
  await plain.until(() => plain.positions(plain.userId).length === 6);
  const last = plain.positions(plain.userId).at(-1);
  const [number] = here.find((each) => each[0] !== you)!;
  const seen = () => page.frames().flatMap(({ moved = [] }) => moved);
  const positions = () => {
    const all = seen();
    return all.flatMap((each, i) =>
      i % 3 === 0 && each === number ? [all.slice(i + 1, i + 3)] : [],
    );
  };
  await page.until(() => JSON.stringify(positions().at(-1)) === JSON.stringify(last));
  expect(positions().length).toBeLessThan(5);
  expect(page.all('user_position')).toEqual([]);
  plain.close();
  await page.until(() => page.frames().some(({ left }) => left?.includes(number)));
  expect(page.frames().at(-1)?.count).toBe(1);
});

test('all that was said has the published shape', async () => {
  const [plain, page] = [await walks(), await walks(frames)];
  for (const walker of [plain, page]) walker.says('join', { room: 'paint' });
  await page.until(() => page.frames().some(({ paint }) => paint?.phase === 'running'));
  plain.says('movement', { direction: 'up' });
  plain.close();
  await page.until(() => page.frames().some(({ left }) => left !== undefined));
  for (const [event, said] of [...plain.heard, ...page.heard])
    expect(gridToClient[event].parse(said), event).toEqual(said);
});

test('who is signed in walks as himself, and signing out ends his connection', async () => {
  const cookie = await club.signIn('Ann Archer');
  const ann = await walks({ headers: { cookie } });
  const gone = new Promise((resolve) => ann.socket.once('disconnect', resolve));
  await club.fetch('/auth/sign-out', { method: 'POST', cookie });
  expect(await gone).toBe('io server disconnect');
});
