import { memoryStorage, type Storage } from '@trellis/storage';
import { isOfVisitors } from '@trellis/facade';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { presetNamed } from '../facts/facts.module.js';
import { askedByItself } from '../testing/asked-by-itself.js';
import type { Person } from '../testing/person.js';
import { publicUrl, TestClub } from '../testing/test-club.js';
import { visitorLimits, VisitorTables } from './visitor-tables.js';

/** Storage that says what was asked of it, by name. */
function watched(storage: Storage): { storage: Storage; asked: string[] } {
  const asked: string[] = [];
  const spied = <T extends object>(part: T, name: string): T =>
    new Proxy(part, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          asked.push(`${name}.${String(key)}`);
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const { journal, results, players, chatLines, clubStore } = storage;
  return {
    asked,
    storage: {
      ...storage,
      journal: spied(journal, 'journal'),
      results: spied(results, 'results'),
      players: spied(players, 'players'),
      chatLines: spied(chatLines, 'chatLines'),
      clubStore: spied(clubStore, 'clubStore'),
    },
  };
}

const { storage, asked } = watched(memoryStorage({ presetOf: presetNamed }));
const queries = () => asked.filter((each) => !askedByItself.has(each));
let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start(storage);
});
afterAll(() => club.stop());
afterEach(() => expect(club.errors).toEqual([]));

async function ask(game: string, headers: Record<string, string> = {}, body: unknown = {}) {
  const answer = await fetch(`${club.url}/api/house/${game}`, {
    method: 'POST',
    headers: { origin: publicUrl, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]!)[0];
  const said = (await answer.json()) as { tableId?: string; code?: string };
  return { status: answer.status, cookie, ...said };
}

/** A visitor with a page at his table against the house. */
async function aVisitor(game = 'tic-tac-toe') {
  const { tableId, cookie } = await ask(game);
  const page = await club.connect(cookie);
  const { view } = await page.must('table:look', { tableId: tableId! });
  return { page, cookie: cookie!, tableId: tableId!, view };
}

/** Plays any legal action at each turn until the game is over. */
async function playOut(page: Person, tableId: string) {
  for (let acted = 0; ;) {
    const view = await page.sees(
      ({ id, seq, phase, toAct }) =>
        id === tableId && (phase === 'finished' || (seq > acted && toAct.includes(0))),
    );
    if (view.phase === 'finished') return view;
    const [action] = view.legal as unknown[];
    ({ seq: acted } = await page.must('table:act', { tableId, after: view.seq, action }));
  }
}

describe('a visitor', () => {
  test('plays a game to its end without a query, a fact or a rating', async () => {
    const before = queries();
    const { page, cookie, tableId, view } = await aVisitor();
    expect(view).toMatchObject({ viewer: 0, phase: 'playing', number: null });
    page.views.push(view);
    const end = await playOut(page, tableId);
    expect(end.ratings).toEqual([]);

    // The game is remembered for a while, for who has its address; the club knows nothing of it.
    const record = await club.fetch(`/api/games/${end.gameId}`);
    expect(await record.json()).toMatchObject({ game: { rated: false, ordinal: 0 } });
    const me = await club.fetch('/api/me', { cookie });
    expect(await me.json()).toMatchObject({ player: null, seatedAt: [{ tableId }] });
    await page.must('table:rematch', { tableId });
    await page.sees(({ phase, id }) => id === tableId && phase === 'playing');
    expect(queries()).toEqual(before);
  });

  test('comes back to the same seat after loading the page again', async () => {
    const { page, cookie, tableId } = await aVisitor();
    page.close();
    const again = await club.connect(cookie);
    const { view } = await again.must('table:look', { tableId });
    expect(view).toMatchObject({ viewer: 0, phase: 'playing' });
    expect(await ask('tic-tac-toe', { cookie })).toMatchObject({ tableId, cookie: undefined });
  });

  test('keeps his game when he signs in', async () => {
    const { cookie, tableId } = await aVisitor();
    const session = await club.signIn('Vera Guest');
    const both = await club.connect(`${cookie}; ${session}`);
    const { view } = await both.must('table:look', { tableId });
    expect(view.viewer).toBe(0);
  });

  test('may do nothing at the tables of the club', async () => {
    const { page } = await aVisitor();
    const ann = await club.person('Ann Elsewhere');
    const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
    for (const refused of [
      page.ask('table:set', { game: 'tic-tac-toe' }),
      page.ask('table:sit', { tableId, seat: 1 }),
      page.ask('table:leave', { tableId }),
      page.ask('chat:say', { room: 'hall:tic-tac-toe', id: 'abcdefgh', said: { text: 'hi' } }),
    ])
      expect(await refused).toMatchObject({ ok: false, code: 'not-signed-in' });
  });

  test('is alone with the house: nobody acts for him, sits down or talks there', async () => {
    const { tableId, view } = await aVisitor();
    const stranger = await aVisitor();
    const member = await club.person('Max Curious');
    for (const page of [stranger.page, member]) {
      const { view: seen } = await page.must('table:look', { tableId });
      expect(seen.viewer).toBe('spectator');
      const act = { tableId, after: view.seq, action: { cell: 0 } };
      expect(await page.ask('table:act', act)).toMatchObject({ ok: false });
    }
    for (const refused of [
      member.ask('chat:listen', { room: `table:${tableId}`, since: 0 }),
      member.ask('table:sit', { tableId, seat: 1 }),
    ])
      expect(await refused).toMatchObject({ ok: false });
  });

  test('is shown only to a page of the club: a foreign origin gets no socket with his cookie', async () => {
    const { cookie } = await aVisitor();
    const answer = await fetch(`${club.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'https://evil.example', cookie },
    });
    expect(answer.status).toBe(403);
  });

  test('is nobody with a cookie that we did not write', async () => {
    const { cookie, tableId } = await aVisitor();
    const page = await club.connect(`${cookie.slice(0, -2)}xx`);
    const { view } = await page.must('table:look', { tableId });
    expect(view.viewer).toBe('spectator');
  });
});

test('a member gets a private table of the club, once', async () => {
  const cookie = await club.signIn('Mia Member');
  const { tableId } = await ask('preferans', { cookie }, { level: 'easy' });
  expect(isOfVisitors(tableId!)).toBe(false);
  expect(await ask('preferans', { cookie })).toMatchObject({ tableId });
  const page = await club.connect(cookie);
  const { view } = await page.must('table:look', { tableId: tableId! });
  expect(view).toMatchObject({ number: null, viewer: 0, phase: 'playing' });
  expect(view.seats.map(({ level }) => level)).toEqual([undefined, 'easy', 'easy']);
});

test.each([
  ['hearts', {}, 404, 'no-such-game'],
  ['preferans', { level: 'godlike' }, 400, 'no-such-level'],
  ['preferans', { stake: 5 }, 400, 'bad-request'],
])('%s with %j is refused', async (game, body, status, code) => {
  expect(await ask(game, {}, body)).toMatchObject({ status, code });
});

test('one address has only so many tables, and forgotten ones make room', async () => {
  const visitors = club.running.get(VisitorTables);
  const from = { 'x-forwarded-for': '203.0.113.9' };
  for (let i = 0; i < visitorLimits.perAddress; i++)
    expect((await ask('tic-tac-toe', from)).status).toBe(201);
  expect(await ask('tic-tac-toe', from)).toMatchObject({ status: 429, code: 'house-is-busy' });
  expect((await ask('tic-tac-toe', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(201);
  const now = Date.now();
  await visitors.sweep(now + visitorLimits.idle + 1000);
  expect((await ask('tic-tac-toe', from)).status).toBe(201);
});
