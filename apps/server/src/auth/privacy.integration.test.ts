import type { MadeToken, Me } from '@trellis/wire';
import { memoryStorage } from '@trellis/storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presetNamed } from '../facts/facts.module.js';
import { Processes } from '../testing/processes.js';
import { publicUrl, TestClub } from '../testing/test-club.js';
import { Decisions } from './decisions.js';

let processes: Processes;
let one: TestClub;
let two: TestClub;
beforeAll(async () => {
  processes = await Processes.start();
  ({ one, two } = processes);
});
afterAll(() => processes.stop());

const day = 24 * 60 * 60 * 1000;
const exporting = (cookie?: string) => one.fetch('/api/me/export', { cookie });
const deleting = (cookie: string | undefined, name: string) =>
  one.fetch('/api/me/deletion', { method: 'POST', cookie, body: JSON.stringify({ name }) });
const me = async (cookie: string) => (await (await one.fetch('/api/me', { cookie })).json()) as Me;
const enters = (club: TestClub, name: string) =>
  club.fetch('/auth/demo', { method: 'POST', body: JSON.stringify({ name }) });

interface File {
  readonly person: string;
  readonly explained: string;
  readonly seatedAt: Me['seatedAt'];
  readonly parts: Readonly<Record<string, readonly object[]>>;
}

describe('the file of everything', () => {
  test('is one JSON file to keep, with what he did a moment ago', async () => {
    const cookie = await one.signIn('Ann Export');
    const { player } = await me(cookie);
    const ann = await one.connect(cookie);
    await ann.must('table:set', { game: 'tic-tac-toe' });
    const said = { room: 'hall:tic-tac-toe', id: 'line-0001', said: { text: 'Words of Ann' } };
    await ann.must('chat:say', said);
    const answer = await exporting(cookie);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.json"$/);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const file = (await answer.json()) as File;
    expect(file).toMatchObject({ person: player!.id, explained: `${publicUrl}/privacy` });
    expect(file.seatedAt).toEqual([expect.objectContaining({ game: 'tic-tac-toe' })]);
    expect(file.parts['player']).toEqual([expect.objectContaining({ lastName: 'Export' })]);
    expect(JSON.stringify(file.parts['chat_line'])).toContain('Words of Ann');
    expect(file.parts['letter']).toEqual([]);
  });

  test('is for the person alone: neither for visitors nor for his programs', async () => {
    expect((await exporting()).status).toBe(401);
    const cookie = await one.signIn('Tom Token');
    const body = JSON.stringify({ name: 'x', scopes: ['read', 'play', 'chat'], days: 1 });
    const made = await one.fetch('/api/tokens', { method: 'POST', cookie, body });
    const { token } = (await made.json()) as MadeToken;
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${one.url}/api/me/export`, { headers })).status).toBe(401);
    const text = await (await exporting(cookie)).text();
    expect(text).toContain('"access_token"');
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/"hash"/);
  });

  test('is given so often and no more', async () => {
    const cookie = await one.signIn('Max Many');
    const statuses = new Set<number>();
    for (let times = 0; times < 11; times++) statuses.add((await exporting(cookie)).status);
    expect([...statuses]).toEqual([200, 429]);
  });

  test('that is asked for and not read is no fault of ours', async () => {
    const cookie = await one.signIn('Hal Hasty');
    const asked = await one.fetch('/api/me/export', { method: 'HEAD', cookie });
    expect([asked.status, await asked.text()]).toEqual([200, '']);
    expect(asked.headers.get('content-disposition')).toContain('attachment');
    const long = memoryStorage({ presetOf: presetNamed });
    const rows = ['x'.repeat(1_000_000)];
    let given = 0;
    let isOver = false;
    long.personalData.of = async function* () {
      try {
        for (; given < 1_000; given++) yield { part: 'letter', rows };
      } finally {
        isOver = true;
      }
    };
    const club = await TestClub.start(long);
    const leaving = new AbortController();
    const answer = await club.fetch('/api/me/export', {
      ...{ cookie: await club.signIn('Hal Hasty'), signal: leaving.signal },
    });
    await answer.body!.getReader().read();
    leaving.abort();
    // Nothing more is read of the storage for somebody who has gone.
    await expect.poll(() => isOver).toBe(true);
    expect(given).toBeLessThan(500);
    expect(club.errors).toEqual([]);
    await club.stop();
  });

  test('is not begun when the storage is away', async () => {
    const broken = memoryStorage({ presetOf: presetNamed });
    broken.personalData.of = async function* () {
      yield* [];
      throw new Error('The storage is away.');
    };
    const club = await TestClub.start(broken);
    const cookie = await club.signIn('Sam Storage');
    const answer = await club.fetch('/api/me/export', { cookie });
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'storage-away' }),
    ]);
    await club.stop();
  });
});

describe('deleting one’s own account', () => {
  test('takes the name: another one deletes nothing', async () => {
    const cookie = await one.signIn('Nora Named');
    for (const name of ['Nora', 'Nora Other', ' ']) {
      const answer = await deleting(cookie, name);
      expect([answer.status, (await answer.json()) as object]).toEqual([
        400,
        expect.objectContaining({ code: 'other-name' }),
      ]);
    }
    expect((await deleting(undefined, 'Nora Named')).status).toBe(401);
    expect((await me(cookie)).player).toMatchObject({ firstName: 'Nora' });
  });

  test('signs him out everywhere, and what is left has no name', async () => {
    const cookie = await one.signIn('Gina Gone');
    const { player } = await me(cookie);
    const [here, there] = [await one.connect(cookie), await two.connect(cookie)];
    const answer = await deleting(cookie, '  gina   GONE ');
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/trellis=;/);
    await expect
      .poll(() => [here, there].every(({ told }) => told.includes('disconnect')), { interval: 20 })
      .toBe(true);
    expect((await me(cookie)).player).toBeNull();
    expect(JSON.stringify(await processes.storage.players.find(player!.id))).not.toMatch(
      /gina|gone/i,
    );
  });

  test('a banned person may have his data and delete his account, and stays out', async () => {
    const cookie = await one.signIn('Bob Banned');
    const { player } = await me(cookie);
    const ban = { reason: 'Брань в зале', until: Date.now() + day };
    await one.running.get(Decisions).ban(player!.id, ban);
    expect((await exporting(cookie)).status).toBe(200);
    expect((await deleting(cookie, 'Bob Banned')).status).toBe(200);
    const again = await enters(two, 'Bob Banned');
    expect([again.status, await again.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'banned', ...ban }),
    ]);
    // The other process hears of it as of any ban.
    await expect.poll(async () => (await enters(one, 'Bob Banned')).status).toBe(403);
    expect((await enters(one, 'Bob Neighbour')).status).toBe(200);
  });

  test('deleted twice over, the ban still holds; lifted, it is gone for good', async () => {
    const cookie = await one.signIn('Rob Twice');
    await one.running.get(Decisions).ban((await me(cookie)).player!.id, {
      ...{ reason: 'x', until: Date.now() + day },
    });
    await deleting(cookie, 'Rob Twice');
    const second = (await enters(one, 'Rob Twice')).headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await deleting(second, 'Rob Twice')).status).toBe(200);
    const last = await enters(two, 'Rob Twice');
    expect(last.status).toBe(403);
    const third = await processes.storage.players.findAccount('demo', 'rob twice');
    await two.running.get(Decisions).lift(third!.id);
    expect((await enters(two, 'Rob Twice')).status).toBe(200);
  });

  test('without a ban he is welcome again, as somebody new', async () => {
    const cookie = await one.signIn('Wendy Welcome');
    const before = (await me(cookie)).player!.id;
    await deleting(cookie, 'Wendy Welcome');
    const again = await one.signIn('Wendy Welcome');
    expect((await me(again)).player!.id).not.toBe(before);
  });
});
