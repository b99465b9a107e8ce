import type { Notice, NoticesAnswer, NoticeTold } from '@trellis/wire';
import { usualWishes, type NoticeWishes } from '@trellis/notices';
import { memoryStorage, type Storage } from '@trellis/storage';
import { TemporaryRedis } from '@trellis/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePushKeys } from '../configuration/push-keys.js';
import { presetNamed } from '../facts/facts.module.js';
import { SystemClock } from '../machine/system-clock.js';
import { PushedBrowser, PushService, vapidClaims } from '../testing/push-service.js';
import type { Person } from '../testing/person.js';
import { Processes } from '../testing/processes.js';
import { TestClub } from '../testing/test-club.js';

const { publicKey, privateKey } = makePushKeys();
const subject = 'mailto:ann@club.example';
/** Nobody looks for some seconds, then it is encrypted, sent and read. */
const soon = { timeout: 60_000, interval: 50 };

let service: PushService;
let storage: Storage;
let club: TestClub;
beforeAll(async () => {
  service = await PushService.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  Object.assign(service, { status: 201, silent: false });
  service.pushed.length = 0;
  storage = memoryStorage({ presetOf: presetNamed });
  club = await TestClub.start(storage, new SystemClock(), { push: push() });
});
afterEach(() => club.stop());

const push = () => ({ publicKey, privateKey, subject, standIn: service.url });

async function ask(cookie: string, method: string, path: string, body: object = {}, at = club) {
  const answer = await at.fetch(`/api${path}`, {
    ...{ method, cookie },
    ...(method !== 'GET' && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, ...((await answer.json()) as object) } as Record<string, unknown>;
}

async function idOf(cookie: string): Promise<string> {
  const { player } = (await ask(cookie, 'GET', '/me')) as unknown as { player: { id: string } };
  return player.id;
}

/** A browser of this person that takes push. */
async function deviceOf(cookie: string, at = club): Promise<PushedBrowser> {
  const browser = new PushedBrowser(service);
  const given = { ...browser.subscription, language: 'ru' };
  expect(await ask(cookie, 'POST', '/notices/devices', given, at)).toMatchObject({ status: 200 });
  return browser;
}

const devicesOf = async (cookie: string) =>
  ((await ask(cookie, 'GET', '/notices')) as unknown as NoticesAnswer).devices.length;

let letters = 0;
async function writes(
  from: string,
  to: string,
  said: object = { text: 'Only for you' },
  at = club,
) {
  const key = `a-letter-${++letters}`;
  const sent = await ask(from, 'POST', `/people/${await idOf(to)}/letters`, { key, said }, at);
  expect(sent).toMatchObject({ status: 201 });
}

/** A page that is looked at, or not. */
function reads(person: Person, looks: boolean): NoticeTold[] {
  const told: NoticeTold[] = [];
  person.socket.on('notice:told', (notice: NoticeTold) => {
    told.push(notice);
    if (looks) void person.must('notice:seen', { id: notice.id });
  });
  return told;
}

test('who has no page open gets an encrypted notice, signed by the club, without a word of the letter', async () => {
  const [ann, bob] = [await club.signIn('Ann Push'), await club.signIn('Bob Push')];
  const browser = await deviceOf(bob);
  await writes(ann, bob);
  await expect.poll(() => browser.mine.length, soon).toBe(1);
  expect(browser.notices).toEqual([
    {
      ...{ kind: 'letter', name: 'Ann Push', language: 'ru' },
      ...{ path: `/people/${await idOf(ann)}`, topic: `letter:${await idOf(ann)}` },
    },
  ]);
  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = browser.mine;
  expect(body.toString('latin1')).not.toContain('Ann Push');
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
  const claims = vapidClaims(headers, publicKey);
  expect(claims).toMatchObject({ aud: service.url, sub: subject });
  expect(Number(claims['exp'])).toBeGreaterThan(Date.now() / 1000);
  expect(() => vapidClaims(headers, makePushKeys().publicKey)).toThrow();
});

test('who looks at a page gets nothing by push; who has a page open elsewhere does', async () => {
  const [ann, bob, cyd] = await Promise.all(['Ann', 'Bob', 'Cyd'].map((each) => club.person(each)));
  const [toBob, toCyd] = [await deviceOf(bob!.cookie!), await deviceOf(cyd!.cookie!)];
  const [bobRead, cydRead] = [reads(bob!, true), reads(cyd!, false)];
  await writes(ann!.cookie!, bob!.cookie!);
  await writes(ann!.cookie!, cyd!.cookie!);
  await expect.poll(() => toCyd.mine.length, soon).toBe(1);
  await expect.poll(() => cydRead.map(({ unseen }) => unseen)).toEqual([false, true]);
  expect(bobRead.map(({ unseen }) => unseen)).toEqual([false]);
  expect(toBob.mine).toEqual([]);
});

/** How often push comes to who wants none of letters, to who has quiet hours, and to who wants it. */
async function pushesToThree(): Promise<readonly number[]> {
  const ann = await club.signIn('Ann');
  const { wishes } = (await ask(ann, 'GET', '/notices')) as unknown as NoticesAnswer;
  const noLetters = { ...wishes, matrix: { ...wishes.matrix, letter: ['page', 'system'] } };
  // All day but the minute from 23:59, which may be now in one of the two zones, never in both.
  const quiet = { from: 0, to: 24 * 60 - 1 };
  const zones = ['UTC', 'Asia/Tokyo'];
  const minute = new Date().toISOString().slice(11, 16);
  const timeZone = zones[minute === '23:59' ? 1 : 0]!;
  const people = await Promise.all(
    [noLetters, { ...wishes, quiet, timeZone }, wishes].map(async (wish, number) => {
      const cookie = await club.signIn(`Reader ${number}`);
      expect(await ask(cookie, 'PUT', '/notices', wish)).toMatchObject({ ok: true });
      return { cookie, browser: await deviceOf(cookie) };
    }),
  );
  for (const { cookie } of people) await writes(ann, cookie);
  await expect.poll(() => people[2]!.browser.mine.length, soon).toBe(1);
  return people.map(({ browser }) => browser.mine.length);
}

test('nothing by push in quiet hours, nor of what is not wanted', async () => {
  expect(await pushesToThree()).toEqual([0, 0, 1]);
});

test.each([
  ['in quiet hours', (wishes: NoticeWishes) => ({ ...wishes, quiet: null }), [0, 1, 1]],
  [
    'whoever said no',
    (wishes: NoticeWishes) => ({ ...wishes, matrix: usualWishes.matrix }),
    [1, 0, 1],
  ],
])('planted: a club that tells %s', async (_what, planted, found) => {
  const { notices } = storage;
  const real = notices.wishes.bind(notices);
  notices.wishes = async (player) => {
    const wishes = await real(player);
    return wishes && planted(wishes);
  };
  expect(await pushesToThree()).toEqual(found);
});

test('one thing is told once in a while, however often it happens', async () => {
  const [ann, bob, cyd] = await Promise.all(['Ann', 'Bob', 'Cyd'].map((each) => club.signIn(each)));
  const browser = await deviceOf(bob!);
  for (let each = 0; each < 5; each++) await writes(ann!, bob!);
  await writes(cyd!, bob!);
  await expect
    .poll(() => browser.notices.map(({ name }) => name).sort(), soon)
    .toEqual([...['Ann', 'Cyd']]);
});

test.each([404, 410])(
  'a device that its service no longer knows (%s) is dropped',
  async (status) => {
    const [ann, bob] = [await club.signIn('Ann'), await club.signIn('Bob')];
    await deviceOf(bob);
    expect(await devicesOf(bob)).toBe(1);
    service.status = status;
    await writes(ann, bob);
    await expect.poll(() => devicesOf(bob), soon).toBe(0);
  },
);

test('a service in trouble costs nobody his device', async () => {
  const [ann, bob] = [await club.signIn('Ann'), await club.signIn('Bob')];
  const browser = await deviceOf(bob);
  service.status = 503;
  await writes(ann, bob);
  await expect.poll(() => browser.mine.length, soon).toBe(1);
  expect(await devicesOf(bob)).toBe(1);
  expect(club.errors).toEqual([]);
});

test('signing out ends push on that device, signing out everywhere on all', async () => {
  const [here, there] = [await club.signIn('Bob Two'), await club.signIn('Bob Two')];
  await deviceOf(here);
  await deviceOf(there);
  expect(await devicesOf(there)).toBe(2);
  await club.fetch('/auth/sign-out', { method: 'POST', cookie: here, body: '{}' });
  await expect.poll(() => devicesOf(there), soon).toBe(1);
  await club.fetch('/auth/sign-out-everywhere', { method: 'POST', cookie: there, body: '{}' });
  const again = await club.signIn('Bob Two');
  await expect.poll(() => devicesOf(again), soon).toBe(0);
});

test('a device is given back by its own person alone', async () => {
  const [ann, bob] = [await club.signIn('Ann'), await club.signIn('Bob')];
  await deviceOf(bob);
  const { devices } = (await ask(bob, 'GET', '/notices')) as unknown as NoticesAnswer;
  await ask(ann, 'DELETE', `/notices/devices/${devices[0]!.id}`);
  expect(await devicesOf(bob)).toBe(1);
  await ask(bob, 'DELETE', `/notices/devices/${devices[0]!.id}`);
  expect(await devicesOf(bob)).toBe(0);
});

test.each([
  ...['http://127.0.0.1:1/x', 'https://localhost/x', 'https://10.0.0.1/x', 'https://redis:6379/'],
  ...['http://push.example.com/x', 'https://push.example.com:8443/x', 'nonsense'],
])('nothing is ever sent to %s', async (endpoint) => {
  const bob = await club.signIn('Bob');
  const { keys } = new PushedBrowser(service).subscription;
  expect(
    await ask(bob, 'POST', '/notices/devices', { endpoint, keys, language: 'en' }),
  ).toMatchObject({ code: 'bad-endpoint' });
  expect(await devicesOf(bob)).toBe(0);
});

test('zones that are none, and a matrix that is none, are refused', async () => {
  const bob = await club.signIn('Bob');
  const { wishes } = (await ask(bob, 'GET', '/notices')) as unknown as NoticesAnswer;
  for (const wrong of [
    ...[{ timeZone: 'Mars' }, { quiet: { from: 0, to: 1_440 } }, { matrix: {} }],
    { matrix: { ...wishes.matrix, letter: ['pigeon'] } },
  ])
    expect(await ask(bob, 'PUT', '/notices', { ...wishes, ...wrong })).toMatchObject({
      code: 'bad-request',
    });
});

test('who follows a thread hears of a reply, its writer and who keeps apart from him do not', async () => {
  const people = await Promise.all(['Ann', 'Bob', 'Cyd'].map((each) => club.person(each)));
  const [ann, bob, cyd] = people.map(({ cookie }) => cookie!) as [string, string, string];
  const [annRead, bobRead, cydRead] = people.map((each) => reads(each, true));
  const thread = { place: 'forum', section: 'cafe', title: 'Good evening', markdown: 'All' };
  const { id } = await ask(ann, 'POST', '/forum/threads', { ...thread, key: 'a-thread-key' });
  for (const cookie of [bob, cyd])
    await ask(cookie, 'PUT', `/forum/threads/${String(id)}/subscription`, { follows: true });
  await ask(cyd, 'PUT', `/people/${await idOf(bob)}/bond`, { bond: 'blocked' });
  const post = { key: 'a-post-key', markdown: 'A secret answer' };
  await ask(bob, 'POST', `/forum/threads/${String(id)}/posts`, post);
  await people[0]!.until(() => annRead!.length === 1);
  const notice: Notice = {
    ...{ kind: 'reply', path: `/forum/topics/${String(id)}#post-2`, topic: `thread:${String(id)}` },
    ...{ name: 'Bob', title: 'Good evening' },
  };
  expect(annRead![0]).toMatchObject({ notice, unseen: false });
  // What comes to Cyd now has come after all that was told of the reply.
  await writes(ann, cyd);
  await writes(ann, bob);
  await people[2]!.until(() => cydRead!.length === 1);
  await people[1]!.until(() => bobRead!.length === 1);
  expect([cydRead![0]!.notice.kind, bobRead![0]!.notice.kind]).toEqual(['letter', 'letter']);
  expect(await ask(ann, 'GET', '/people/unread')).toMatchObject({ unread: 0, threads: 1 });
});

test('the game begins, and who does not move is told of his turn, without a card of it', async () => {
  const [ann, bob] = [await club.person('Ann'), await club.person('Bob')];
  const browsers = [await deviceOf(ann.cookie!), await deviceOf(bob.cookie!)];
  const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
  await ann.must('table:conventions', { tableId, conventions: {} });
  const { view } = await bob.must('table:look', { tableId });
  await bob.must('table:sit', { tableId, seat: 1 });
  const place = { path: `/tables/${tableId}`, topic: `table:${tableId}`, number: view.number };
  const kinds = () => browsers.flatMap(({ notices }) => notices.map(({ kind }) => kind)).sort();
  await expect.poll(kinds, soon).toEqual(['table-full', 'table-full', 'your-turn']);
  for (const notice of browsers.flatMap(({ notices }) => notices))
    expect(notice).toEqual({ ...place, kind: notice['kind'], language: 'ru' });
});

describe.skipIf(!TemporaryRedis.found)('several processes', () => {
  let redis: TemporaryRedis;
  let processes: Processes;
  beforeAll(async () => {
    redis = await TemporaryRedis.start();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    redis.flush();
    processes = await Processes.start({ storage, redisUrl: redis.url, push: push() });
  });
  afterEach(() => processes.stop());

  test('what happens in one process is told and taken in the other', async () => {
    const { one: here, two: there } = processes;
    const ann = await here.signIn('Ann');
    const [bob, cyd] = [await there.person('Bob'), await there.person('Cyd')];
    const [toBob, toCyd] = [await deviceOf(bob.cookie!, there), await deviceOf(cyd.cookie!, there)];
    const [bobRead, cydRead] = [reads(bob, true), reads(cyd, false)];
    await writes(ann, bob.cookie!, undefined, here);
    await writes(ann, cyd.cookie!, undefined, here);
    await expect.poll(() => toCyd.mine.length, soon).toBe(1);
    await expect.poll(() => cydRead.map(({ unseen }) => unseen)).toEqual([false, true]);
    expect(bobRead.map(({ unseen }) => unseen)).toEqual([false]);
    expect(toBob.mine).toEqual([]);
  });
});

describe('without keys', () => {
  test('nobody is offered push, and no device is taken', async () => {
    const plain = await TestClub.start(storage);
    try {
      const bob = await plain.signIn('Bob');
      expect(await ask(bob, 'GET', '/notices', {}, plain)).toMatchObject({ pushKey: null });
      const given = { ...new PushedBrowser(service).subscription, language: 'en' };
      expect(await ask(bob, 'POST', '/notices/devices', given, plain)).toMatchObject({
        status: 404,
      });
    } finally {
      await plain.stop();
    }
  });
});
