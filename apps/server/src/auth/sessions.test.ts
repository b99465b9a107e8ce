import { describe, expect, test } from 'vitest';
import { PlainPlayers } from '../testing/plain-players.js';
import { endsSession, Sessions } from './sessions.js';

const secret = '0123456789abcdef0123456789abcdef';
const publicUrl = 'https://club.example';
const day = 24 * 60 * 60 * 1000;

function aClock(at = Date.UTC(2026, 10, 20)) {
  const now = () => at;
  return Object.assign(now, { pass: (ms: number) => void (at += ms) });
}

async function sessionsFor(options: { now?: () => number; secret?: string; publicUrl?: string }) {
  const configuration = {
    sessionSecret: options.secret ?? secret,
    publicUrl: options.publicUrl ?? publicUrl,
  };
  const sessions = new Sessions(configuration, new PlainPlayers(), options.now);
  await sessions.start();
  return sessions;
}

const pairOf = (cookie: string) => cookie.split(';')[0]!;
const valueOf = (cookie: string) => pairOf(cookie).split('=')[1]!;

test('a session is read from the cookie that opened it, among others', async () => {
  const sessions = await sessionsFor({});
  const { session, cookie } = sessions.open('ann');
  expect(sessions.read(`theme=dark; ${pairOf(cookie)}; lang=ru`)).toEqual(session);
  expect(session.id).toMatch(/^[\w-]{22}$/);
  expect(session.until - session.since).toBe(30 * day);
});

describe('A01: a cookie that we did not write is nobody', async () => {
  const sessions = await sessionsFor({});
  const [text = '', signature = ''] = valueOf(sessions.open('ann').cookie).split('.');
  const other = valueOf(sessions.open('eve').cookie).split('.');
  const encoded = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('base64url');
  const [id, , since] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
  const foreign = (await sessionsFor({ secret: secret.toUpperCase() })).open('ann');
  const values: Record<string, string> = {
    nothing: '',
    'no signature': text,
    'an empty signature': `${text}.`,
    'only a signature': `.${signature}`,
    'a dot': '.',
    'two dots': `${text}.${signature}.`,
    'a third part': `${text}.${signature}.${signature}`,
    'another text': `${other[0]}.${signature}`,
    'another signature': `${text}.${other[1]}`,
    'parts swapped': `${signature}.${text}`,
    'another player': `${encoded([id, 'eve', since])}.${signature}`,
    'a later beginning': `${encoded([id, 'ann', Number(since) + day])}.${signature}`,
    'a signature cut short': `${text}.${signature.slice(0, -1)}`,
    'a signature grown': `${text}.${signature}A`,
    'a signature padded': `${text}.${signature}=`,
    'a signature in another case': `${text}.${signature.toLowerCase()}`,
    'a signature of zeros': `${text}.${'A'.repeat(signature.length)}`,
    'the signature in hexadecimal': `${text}.${Buffer.from(signature, 'base64url').toString('hex')}`,
    'the last bits of base64 turned': `${text}.${signature.slice(0, -1)}${String.fromCharCode(signature.charCodeAt(signature.length - 1) + 1)}`,
    'a text cut short': `${text.slice(0, -4)}.${signature}`,
    'a text grown': `${text}AAAA.${signature}`,
    'a text padded': `${text}==.${signature}`,
    'plain JSON': encodeURIComponent(`["x","ann",${String(since)}]`),
    'an unsigned object': encoded({ player: 'ann' }),
    'a token without algorithm': `${encoded({ alg: 'none' })}.${encoded({ player: 'ann' })}.`,
    'the key of another club': valueOf(foreign.cookie),
    'spaces within': `${text} .${signature}`,
    'percent signs': `%00${text}.${signature}`,
    'broken percent signs': `%E0%A4%A.${signature}`,
    'very long': `${'A'.repeat(7000)}.${signature}`,
    'null as text': `${encoded(null)}.${signature}`,
    'letters that are not ASCII': `ключ.${signature}`,
  };

  test.each(Object.entries(values))('%s', (_title, value) => {
    expect(sessions.read(`__Host-trellis=${value}`)).toBeUndefined();
  });

  test('under another name', async () => {
    expect(sessions.read(`trellis=${text}.${signature}`)).toBeUndefined();
    expect(sessions.read(`__Host-Trellis=${text}.${signature}`)).toBeUndefined();
    expect(sessions.read(undefined)).toBeUndefined();
  });

  test('while the unchanged one is good', () => {
    expect(sessions.read(`__Host-trellis=${text}.${signature}`)?.player).toBe('ann');
  });
});

test('a signature made for another purpose with the same secret is worth nothing', async () => {
  const { Signer } = await import('./signed.js');
  const sessions = await sessionsFor({});
  const payload = ['id', 'ann', Date.now()];
  const forSessions = new Signer(secret, 'session').sign(payload);
  const forAttempts = new Signer(secret, 'sign-in attempt').sign(payload);
  expect(sessions.read(`__Host-trellis=${forSessions}`)?.player).toBe('ann');
  expect(sessions.read(`__Host-trellis=${forAttempts}`)).toBeUndefined();
});

test('A02: a session ends by itself after 30 days', async () => {
  const now = aClock();
  const sessions = await sessionsFor({ now });
  const { session, cookie } = sessions.open('ann');
  now.pass(30 * day - 1);
  expect(sessions.read(pairOf(cookie))).toEqual(session);
  now.pass(1);
  expect(sessions.read(pairOf(cookie))).toBeUndefined();
  expect(sessions.holds(session)).toBe(false);
});

test('signing out everywhere ends what began in the same millisecond, and nothing that begins in it', async () => {
  const now = aClock();
  const sessions = new Sessions({ sessionSecret: secret, publicUrl }, new PlainPlayers(), now);
  const before = sessions.open('ann').session;
  await sessions.endAll('ann');
  const after = sessions.open('ann').session;
  expect([sessions.holds(before), sessions.holds(after)]).toEqual([false, true]);
});

test('A03: an ending that another process told is applied and told on', async () => {
  const sessions = await sessionsFor({});
  const [one, two] = [sessions.open('ann').session, sessions.open('ann').session];
  const closed: string[] = [];
  sessions.onEnded((ended) => {
    for (const each of [one, two]) if (endsSession(ended, each)) closed.push(each.id);
  });
  sessions.learn({ sessionId: one.id });
  expect([sessions.holds(one), sessions.holds(two), closed]).toEqual([false, true, [one.id]]);
  sessions.learn({ player: 'ann', before: two.since + 1 });
  expect([sessions.holds(two), closed]).toEqual([false, [one.id, one.id, two.id]]);
});

test('A03: after losing touch the endings of other processes are read again, and told', async () => {
  const players = new PlainPlayers();
  const configuration = { sessionSecret: secret, publicUrl };
  const [here, there] = [
    new Sessions(configuration, players),
    new Sessions(configuration, players),
  ];
  const { id } = await players.signIn(
    { issuer: 'demo', subject: 'ann', firstName: 'Ann', lastName: '' },
    'ann',
    Date.now(),
  );
  const sessions = [here.open(id).session, here.open('bob').session];
  await there.endAll(id);
  await there.end(sessions[1]!);
  expect(sessions.map((each) => here.holds(each))).toEqual([true, true]);
  const closed = new Set<string>();
  here.onEnded((ended) => {
    for (const each of sessions) if (endsSession(ended, each)) closed.add(each.player);
  });
  await here.start();
  expect(sessions.map((each) => here.holds(each))).toEqual([false, false]);
  expect([...closed].sort()).toEqual(['ann', 'bob']);
});

test('who held an ended session long ago is forgotten, and still refused', async () => {
  const now = aClock();
  const sessions = await sessionsFor({ now });
  const { session, cookie } = sessions.open('ann');
  await sessions.end(session);
  now.pass(31 * day);
  await sessions.end(sessions.open('bob').session);
  expect(sessions.read(pairOf(cookie))).toBeUndefined();
});
