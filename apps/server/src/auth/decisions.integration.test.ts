import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { MadeToken, Me } from '@trellis/wire';
import { ClubMemory } from '@trellis/facade';
import type { Storage } from '@trellis/storage';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Processes } from '../testing/processes.js';
import { publicUrl, sessionSecret, type TestClub } from '../testing/test-club.js';
import { Decisions } from './decisions.js';

// Two processes over one database that know nothing else of each other, and the operator's commands beside them.
let processes: Processes;
let storage: Storage;
let one: TestClub;
let two: TestClub;
beforeAll(async () => {
  processes = await Processes.overDatabase();
  ({ storage, one, two } = processes);
});
afterAll(() => processes.stop());

const day = 24 * 60 * 60 * 1000;
/** What the operator's commands know of the club's secret. */
let secret = sessionSecret;

const run = promisify(execFile);
/** As the operator types it. */
async function command(name: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    DATA_DIR: processes.folder,
    DATABASE_URL: '',
    SESSION_SECRET: secret,
  };
  const file = `apps/cli/dist/${name}.js`;
  return (await run(process.execPath, [file, ...args], { env })).stdout;
}

async function idOf(cookie: string): Promise<string> {
  return ((await (await one.fetch('/api/me', { cookie })).json()) as Me).player!.id;
}

/** Somebody with a page open at each process, and a program. */
async function member(name: string) {
  const cookie = await one.signIn(name);
  const [here, there] = [await one.connect(cookie), await two.connect(cookie)];
  const made = await one.fetch('/api/tokens', {
    ...{ method: 'POST', cookie },
    body: JSON.stringify({ name: 'Robot', scopes: ['read', 'play'], days: 1 }),
  });
  const { token } = (await made.json()) as MadeToken;
  const program = await withToken(one, token);
  return { cookie, id: await idOf(cookie), here, there, token, program };
}

function withToken(club: TestClub, token: string): Promise<Socket> {
  const options = { transports: ['websocket'], forceNew: true, reconnection: false };
  const socket = io(club.url, { ...options, auth: { token } });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

const gone = ({ here, there, program }: Awaited<ReturnType<typeof member>>) =>
  here.told.includes('disconnect') && there.told.includes('disconnect') && !program.connected;

/** Resolves when all connections are closed; the other process looks every second. */
async function closed(who: Awaited<ReturnType<typeof member>>): Promise<void> {
  await expect.poll(() => gone(who), { interval: 20 }).toBe(true);
}

const refusal = (connecting: Promise<unknown>) =>
  connecting.then(
    () => undefined,
    (error: Error & { data?: object }) => error.data,
  );

describe('a ban', () => {
  test('closes every connection in every process, is read, and ends', async () => {
    const ann = await member('Ann Banned');
    const bystander = await two.person('Bob Stays');
    const ban = { reason: 'Брань в зале', until: Date.now() + day };
    await one.running.get(Decisions).ban(ann.id, ban);
    await closed(ann);
    for (const club of [one, two]) {
      expect(await refusal(club.connect(ann.cookie))).toEqual({ ...ban, code: 'banned' });
      if (club === one)
        expect(await refusal(withToken(club, ann.token))).toMatchObject({ code: 'banned' });
      const me = (await (await club.fetch('/api/me', { cookie: ann.cookie })).json()) as Me;
      expect(me).toMatchObject({ player: null, banned: ban });
      const people = await club.fetch('/api/people', { cookie: ann.cookie });
      expect([people.status, await people.json()]).toEqual([
        403,
        expect.objectContaining({ code: 'banned', ...ban }),
      ]);
    }
    await bystander.must('hall:leave', {});
    // Signing in again is proving who one is, and no way around.
    const again = await two.fetch('/auth/demo', {
      ...{ method: 'POST', body: JSON.stringify({ name: 'Ann Banned' }) },
    });
    expect([again.status, await again.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'banned', reason: ban.reason }),
    ]);

    await two.running.get(Decisions).lift(ann.id);
    await (await two.connect(ann.cookie)).must('hall:leave', {});
    await expect.poll(async () => refusal(one.connect(ann.cookie))).toBeUndefined();
  });

  test('that is over keeps nobody out', async () => {
    const cookie = await one.signIn('Cat Patient');
    const ban = { reason: 'For a moment', until: Date.now() + 300 };
    await one.running.get(Decisions).ban(await idOf(cookie), ban);
    expect(await refusal(one.connect(cookie))).toMatchObject({ code: 'banned' });
    await expect.poll(() => refusal(one.connect(cookie))).toBeUndefined();
  });

  test('survives a restart', async () => {
    const cookie = await one.signIn('Dan Remembered');
    await one.running
      .get(Decisions)
      .ban(await idOf(cookie), { reason: 'x', until: Date.now() + day });
    const third = await processes.another();
    expect(await refusal(third.connect(cookie))).toMatchObject({ code: 'banned', reason: 'x' });
    await processes.end(third);
  });

  test('by the operator, of a program, while the club runs: its owner is out', async () => {
    const eve = await member('Eve Operated');
    const answer = await fetch(`${one.url}/api/me`, {
      headers: { authorization: `Bearer ${eve.token}`, origin: publicUrl },
    });
    const program = ((await answer.json()) as Me).player!;
    const address = `${publicUrl}/players/${program.id}`;
    const said = await command('ban', address, '--days', '3', '--reason', 'Too many robots');
    expect(said).toMatch(/^Eve Operated \(.+\) is kept out until 20/);
    await closed(eve);
    expect(await refusal(two.connect(eve.cookie))).toMatchObject({ reason: 'Too many robots' });
    expect(await command('ban', eve.id, '--lift')).toMatch(/may come in/);
    await expect.poll(() => refusal(two.connect(eve.cookie))).toBeUndefined();
  });

  test.each([
    [['nobody', '--days', '3', '--reason', 'x'], 1, 'The club knows no player nobody.'],
    [['nobody'], 2, '--reason'],
    [['nobody', '--days', '0', '--reason', 'x'], 2, '--reason'],
    [['nobody', '--days', '3'], 2, '--reason'],
    [['nobody', 'else', '--lift'], 2, '--reason'],
  ])('a command %j is refused', async (args, code, words) => {
    const error = await command('ban', ...args).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code, stderr: expect.stringContaining(words) });
  });
});

describe('a deletion', () => {
  test('by the operator: connections close, names are neutral, results stay', async () => {
    const fay = await member('Fay Deleted');
    await expect(command('delete-player', fay.id)).rejects.toMatchObject({ code: 2 });
    expect(await command('delete-player', fay.id, '--yes')).toMatch(/is deleted, and the account/);
    await closed(fay);
    for (const club of [one, two]) {
      expect(await refusal(withToken(club, fay.token))).toMatchObject({ code: 'bad-token' });
      const visitor = await club.connect(fay.cookie);
      expect(await visitor.ask('table:set', { game: 'tic-tac-toe' })).toMatchObject({
        code: 'not-signed-in',
      });
      expect(club.running.get(ClubMemory).profile(fay.id)?.player).toEqual({
        ...{ id: fay.id, name: 'Former player', former: true },
      });
    }
    expect(await idOf(await one.signIn('Fay Deleted'))).not.toBe(fay.id);
  });

  test('by the operator, of somebody banned: he stays out, and without the secret nothing is done', async () => {
    const cookie = await one.signIn('Ned Banned');
    const id = await idOf(cookie);
    const ban = { reason: 'Брань', until: Date.now() + day };
    await one.running.get(Decisions).ban(id, ban);
    secret = '';
    await expect(command('delete-player', id, '--yes')).rejects.toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining('SESSION_SECRET') },
    });
    secret = sessionSecret;
    expect(await storage.players.find(id)).toMatchObject({ deletedAt: null });
    expect(await command('delete-player', id, '--yes')).toMatch(/is deleted/);
    const again = await two.fetch('/auth/demo', {
      ...{ method: 'POST', body: JSON.stringify({ name: 'Ned Banned' }) },
    });
    expect([again.status, await again.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'banned', ...ban }),
    ]);
  });

  test('twice is harmless', async () => {
    const cookie = await one.signIn('Gus Twice');
    const id = await idOf(cookie);
    await one.running.get(Decisions).delete(id);
    await one.running.get(Decisions).delete(id);
    expect(await storage.players.find(id)).toMatchObject({ firstName: '', lastName: '' });
  });
});
