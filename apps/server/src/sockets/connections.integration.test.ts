import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { io } from 'socket.io-client';
import type { Person } from '../testing/person.js';
import { publicUrl, TestClub } from '../testing/test-club.js';
import { mostConnectionsOfAddress, mostSocketsOfPlayer } from './connection-limits.js';
import { shortestCoolingOff } from './cooling-off.js';
import { Sockets } from './sockets.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

const refused = (connecting: Promise<unknown>) =>
  connecting.then(
    () => 'connected',
    (error: Error & { data?: { code: string } }) => error.data?.code ?? 'refused',
  );

describe('sessions', () => {
  test('signing out closes the sockets of this session and no other', async () => {
    const [first, tab] = [await club.person('Ann Leaves'), await club.person('Bob Stays')];
    const second = await club.connect(first.cookie);
    const elsewhere = await club.person('Ann Leaves');
    const answer = await club.fetch('/auth/sign-out', { method: 'POST', cookie: first.cookie });
    expect(answer.ok).toBe(true);
    for (const person of [first, second]) {
      await person.until(() => person.told.includes('disconnect'));
      expect(person.told).toContain('session:ended');
    }
    await elsewhere.must('hall:leave', {});
    await tab.must('hall:leave', {});
    const again = await club.connect(first.cookie);
    expect(await again.ask('hall:play-now', { game: 'tic-tac-toe' })).toMatchObject({
      code: 'not-signed-in',
    });
  });

  test('signing out everywhere closes all of them', async () => {
    const people = [await club.person('Cat Goes'), await club.person('Cat Goes')];
    await club.fetch('/auth/sign-out-everywhere', { method: 'POST', cookie: people[0]!.cookie });
    for (const person of people) await person.until(() => person.told.includes('disconnect'));
  });
});

describe('handshakes', () => {
  test.each([
    ['no origin', undefined],
    ['a foreign origin', 'https://evil.example'],
    ['a look-alike', `${publicUrl}.evil.example`],
    ['another port', 'http://club.example:3001'],
    ['another scheme', publicUrl.replace('http:', 'https:')],
    ['null', 'null'],
  ])('%s with a session is refused', async (_title, origin) => {
    const cookie = await club.signIn('Dan Careful');
    const socket = io(club.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, ...(origin !== undefined && { origin }) },
    });
    const outcome = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', () => resolve('refused'));
    });
    socket.disconnect();
    expect(outcome).toBe('refused');
  });

  test('a forged cookie makes a visitor', async () => {
    const cookie = await club.signIn('Eve Forger');
    const forged = await club.connect(`${cookie.slice(0, -2)}xx`);
    expect(await forged.ask('table:set', { game: 'tic-tac-toe' })).toMatchObject({
      code: 'not-signed-in',
    });
  });

  test('other namespaces do not exist', async () => {
    const socket = io(`${club.url}/admin`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin: publicUrl },
    });
    const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    expect(error.message).toBe('Invalid namespace');
  });

  test('long polling works too', async () => {
    const socket = io(club.url, {
      transports: ['polling'],
      forceNew: true,
      extraHeaders: { origin: publicUrl },
    });
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
    const answer = await socket.emitWithAck('hall:enter', { game: 'tic-tac-toe' });
    socket.disconnect();
    expect(answer).toMatchObject({ ok: true });
  });
});

describe('how many', () => {
  test('sockets of one player', async () => {
    const cookie = await club.signIn('Fay Manytabs');
    const open: Person[] = [];
    for (let i = 0; i < mostSocketsOfPlayer; i++) open.push(await club.connect(cookie));
    expect(await refused(club.connect(cookie))).toBe('too-many-connections');
    open[0]!.close();
    await open[1]!.must('hall:leave', {});
    expect(await refused(club.connect(cookie))).toBe('connected');
  });

  test('connections of one address; others come in', async () => {
    const crowd = '198.51.100.7';
    const all = Array.from({ length: mostConnectionsOfAddress }, () =>
      club.connect(undefined, crowd),
    );
    const people = await Promise.all(all);
    expect(await refused(club.connect(undefined, crowd))).toBe('refused');
    expect(await refused(club.connect(undefined, '198.51.100.8'))).toBe('connected');
    for (const person of people) person.close();
  });

  test('who is refused again and again is closed', async () => {
    const flooder = await club.person('Gus Flood', '198.51.100.9');
    const neighbour = await club.person('Hal Calm', '198.51.100.10');
    for (let i = 0; i < 400; i++)
      flooder.socket.emit('hall:enter', { game: 'tic-tac-toe' }, () => 0);
    await flooder.until(() => flooder.told.includes('disconnect'));
    expect(flooder.told).toContain('connection:paused');
    await neighbour.must('hall:enter', { game: 'tic-tac-toe' });
  });

  test('who was closed is not let in for a while; those who share his address are', async () => {
    const address = '198.51.100.11';
    const flooder = await club.person('Gil Flood', address);
    let retryMs = 0;
    flooder.socket.on('connection:paused', (paused) => ({ retryMs } = paused));
    for (let i = 0; i < 400; i++)
      flooder.socket.emit('hall:enter', { game: 'tic-tac-toe' }, () => 0);
    await flooder.until(() => flooder.told.includes('disconnect'));
    const closedAt = Date.now();
    expect(await refused(club.connect(flooder.cookie, address))).toBe('refused');
    expect(await refused(club.connect(undefined, address))).toBe('connected');
    await (await club.person('Ida Calm', address)).must('hall:enter', { game: 'tic-tac-toe' });
    let outcome: string;
    do outcome = await refused(club.connect(flooder.cookie, address));
    while (outcome !== 'connected');
    expect(retryMs).toBe(shortestCoolingOff);
    expect(Date.now() - closedAt).toBeGreaterThan(shortestCoolingOff - 100);
  });
});

test('who does not read what he is sent is closed; who reads stays', async () => {
  const [deaf, calm] = [await club.person('Ian Deaf'), await club.person('Joe Calm')];
  const socketOf = ({ socket }: Person) =>
    club.running
      .get(Sockets)
      .all()
      .find(({ id }) => id === socket.id)!;
  const server = socketOf(deaf);
  const network = (deaf.socket.io.engine.transport as unknown as { ws: { pause(): void } }).ws;
  network.pause();
  const closed = new Promise((resolve) => server.once('disconnect', resolve));
  const long = 'x'.repeat(500_000);
  // More than the network itself holds.
  for (let i = 0; i < 60; i++) server.emit('chat:line', { room: long, line: {} as never });
  await closed;
  await calm.must('hall:leave', {});
  expect(socketOf(calm).connected).toBe(true);
});

test('people online are counted once each, visitors by their pages', async () => {
  const lone = await TestClub.start();
  try {
    const ann = await lone.person('Ann Counted');
    await lone.connect(ann.cookie);
    const watcher = await lone.person();
    const { counts } = await watcher.must('hall:enter', { game: 'tic-tac-toe' });
    expect(counts).toEqual({ players: 1, visitors: 1, tablesInPlay: 0 });
    await lone.person();
    await lone.person('Bob Counted');
    await watcher.until(() => watcher.hall.at(-1)?.counts.players === 2);
    await watcher.until(() => watcher.hall.at(-1)?.counts.visitors === 2);
  } finally {
    await lone.stop();
  }
});

test('a stop tells everybody when to come back, each at a moment of his own, and ends', async () => {
  const closing = await TestClub.start();
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, i) => closing.person(`Last Guest${i}`)),
  );
  const waits: number[] = [];
  for (const { socket } of people)
    socket.on('server:restarting', ({ retryMs }: { retryMs: number }) => waits.push(retryMs));
  await closing.running.stop();
  for (const person of people) await person.until(() => person.told.includes('disconnect'));
  expect(waits).toHaveLength(10);
  expect(new Set(waits).size).toBeGreaterThan(5);
  for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(500);
});
