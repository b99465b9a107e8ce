import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccountClub } from '../testing/account-club.js';
import { Browser } from '../testing/browser.js';
import { Sessions, endsSession, type Ended } from './sessions.js';

let club: AccountClub;
beforeAll(async () => {
  club = await AccountClub.start();
});
afterAll(() => club.stop());

const me = async (browser: Browser) => (await browser.ask('/api/me')).json();
async function signedIn(name: string, where = club): Promise<Browser> {
  const browser = new Browser(where.url);
  expect((await browser.post('/auth/demo', { name })).status).toBe(200);
  return browser;
}

describe('demo sign-in', () => {
  test('a program sends JSON and is answered with the player and the cookie', async () => {
    const answer = await fetch(`${club.url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Anna Maria Karenina' }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ok: true,
      player: { id: expect.stringMatching(/^[0-9a-f]{20}$/), name: 'Anna Maria Karenina' },
    });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^trellis=[\w-]+\.[\w-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('A13: over https the cookie is __Host- and Secure', async () => {
    const secure = await AccountClub.start({ publicUrl: 'https://club.example' });
    const browser = new Browser(secure.url, 'https://club.example');
    const answer = await browser.post('/auth/demo', { name: 'Anna' });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-trellis=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect((await me(browser)).player.name).toBe('Anna');
    await secure.stop();
  });

  test('the same name is the same player, however it is spaced or capitalised', async () => {
    const first = await me(await signedIn('Pierre Bezukhov'));
    const second = await me(await signedIn('  pierre   BEZUKHOV '));
    expect(second.player.id).toBe(first.player.id);
    expect((await me(await signedIn('Pierre'))).player.id).not.toBe(first.player.id);
  });

  test('a form is sent on to where it came from', async () => {
    const browser = new Browser(club.url);
    const answer = await browser.submit('/auth/demo', {
      name: 'Natasha R',
      returnTo: '/tables/a1b2',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tables/a1b2']);
    expect((await me(browser)).player).toMatchObject({ firstName: 'Natasha', lastName: 'R' });
  });

  test('a form with a bad return path leads home, with a bad name back to the page', async () => {
    const browser = new Browser(club.url);
    const away = await browser.submit('/auth/demo', { name: 'A', returnTo: '//evil.example' });
    expect(away.headers.get('location')).toBe('/');
    const nameless = await new Browser(club.url).submit('/auth/demo', { name: ' ' });
    expect(nameless.headers.get('location')).toBe('/sign-in?error=bad-name');
    expect(nameless.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    ['no name', {}],
    ['an empty name', { name: '   ' }],
    ['a number', { name: 7 }],
    ['a name without letters', { name: '…!' }],
    ['a name that is too long', { name: 'a'.repeat(61) }],
    ['a control character', { name: 'An\u0007na' }],
    ['a line break', { name: 'An\nna' }],
    ['a direction override', { name: 'An\u202ena' }],
    ['an invisible character', { name: 'An\u200bna' }],
    ['a NUL', { name: 'An\0na' }],
    ['half a character', { name: 'An\ud800na' }],
    ['A16: an id', { name: 'Anna', id: 'me' }],
    ['A16: a role', { name: 'Anna', role: 'arbiter' }],
    ['A16: an issuer', { name: 'Anna', issuer: 'https://accounts.google.com' }],
    ['an array', [{ name: 'Anna' }]],
    ['nothing but text', 'Anna'],
  ])('refuses %s', async (_title, body) => {
    const answer = await new Browser(club.url).post('/auth/demo', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ ok: false });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('is not there when it is off', async () => {
    const strict = await AccountClub.start({ demoSignIn: false });
    const browser = new Browser(strict.url);
    expect((await browser.post('/auth/demo', { name: 'Anna' })).status).toBe(404);
    expect((await browser.submit('/auth/demo', { name: 'Anna' })).status).toBe(404);
    expect((await me(browser)).signIn).toEqual({ google: false, oidc: false, demo: false });
    await strict.stop();
  });

  test('A05: signing in again begins a new session and ends the old one', async () => {
    const browser = await signedIn('Levin');
    const old = browser.cookieHeader;
    await browser.post('/auth/demo', { name: 'Levin' });
    expect(browser.cookieHeader).not.toBe(old);
    expect(club.get(Sessions).read(old)).toBeUndefined();
    expect(club.get(Sessions).read(browser.cookieHeader)).toBeDefined();
  });
});

describe('the own player', () => {
  test('hides the last name, and it is told', async () => {
    const browser = await signedIn('Anna Karenina');
    const answer = await browser.write('PATCH', '/api/me', { hidesLastName: true });
    expect(await answer.json()).toMatchObject({
      player: { name: 'Anna K.', firstName: 'Anna', lastName: 'Karenina', hidesLastName: true },
    });
    expect((await me(browser)).player.name).toBe('Anna K.');
    expect(club.told.slice(-2)).toEqual(['signed in: Anna', 'renamed: true']);
  });

  test('nobody is signed in without a cookie, or as a player who is gone', async () => {
    expect(await me(new Browser(club.url))).toEqual({
      player: null,
      seatedAt: [],
      signIn: { google: false, oidc: false, demo: true },
    });
    const ghost = new Browser(club.url);
    ghost.jar.set('trellis', club.get(Sessions).open('gone').cookie.split(/[=;]/)[1]!);
    expect((await me(ghost)).player).toBeNull();
    expect((await ghost.write('PATCH', '/api/me', { hidesLastName: true })).status).toBe(401);
  });

  test.each([
    ['firstName', { firstName: 'Eve' }],
    ['a second field', { hidesLastName: true, rating: 3000 }],
    ['text', { hidesLastName: 'yes' }],
    ['nothing', {}],
    ['__proto__', JSON.parse('{"hidesLastName":true,"__proto__":{}}') as unknown],
  ])('A16: refuses to change %s', async (_title, body) => {
    const browser = await signedIn('Vronsky');
    expect((await browser.write('PATCH', '/api/me', body)).status).toBe(400);
  });

  test('refuses who is not signed in', async () => {
    const answer = await new Browser(club.url).write('PATCH', '/api/me', { hidesLastName: true });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { ok: false, code: 'not-signed-in', message: 'Sign in first.' },
    ]);
  });
});

describe('signing out', () => {
  test('here: this session is over for whoever holds a copy, others go on', async () => {
    const [here, there] = [await signedIn('Stiva'), await signedIn('Stiva')];
    const copy = here.cookieHeader;
    const session = club.get(Sessions).read(copy)!;
    const told: Ended[] = [];
    const stop = club.get(Sessions).onEnded((ended) => told.push(ended));
    expect((await here.post('/auth/sign-out')).status).toBe(200);
    stop();
    expect(here.jar.size).toBe(0);
    expect(club.get(Sessions).read(copy)).toBeUndefined();
    expect((await me(there)).player.name).toBe('Stiva');
    expect(told.map((ended) => endsSession(ended, session))).toEqual([true]);
  });

  test('everywhere: all sessions of the player are over, and he can sign in again', async () => {
    const [here, there, other] = [
      await signedIn('Dolly'),
      await signedIn('Dolly'),
      await signedIn('Kitty'),
    ];
    const sessions = club.get(Sessions);
    const held = sessions.read(there.cookieHeader)!;
    const told: Ended[] = [];
    const stop = sessions.onEnded((ended) => told.push(ended));
    expect((await here.post('/auth/sign-out-everywhere')).status).toBe(200);
    stop();
    expect(told.some((ended) => endsSession(ended, held))).toBe(true);
    expect((await me(there)).player).toBeNull();
    expect((await me(other)).player.name).toBe('Kitty');
    const again = await signedIn('Dolly');
    expect((await me(again)).player.name).toBe('Dolly');
  });

  test('both hold over a restart', async () => {
    const [out, everywhere, on] = [
      await signedIn('Karenin'),
      await signedIn('Betsy'),
      await signedIn('Varenka'),
    ];
    const cookies = [out, everywhere, on].map((each) => each.cookieHeader);
    await out.post('/auth/sign-out');
    await everywhere.post('/auth/sign-out-everywhere');
    const restarted = new Sessions(club.configuration, club.players);
    await restarted.start();
    expect(cookies.map((each) => Boolean(restarted.read(each)))).toEqual([false, false, true]);
  });

  test('by form leads home; without a session it is harmless here and refused everywhere', async () => {
    const browser = await signedIn('Koznyshev');
    const answer = await browser.submit('/auth/sign-out', {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.post('/auth/sign-out')).status).toBe(200);
    expect((await browser.post('/auth/sign-out-everywhere')).status).toBe(401);
  });

  test('with the storage away the session is over here, and the player told to try again', async () => {
    const browser = await signedIn('Yashvin');
    const copy = browser.cookieHeader;
    club.players.away = true;
    try {
      const answer = await browser.post('/auth/sign-out');
      expect([answer.status, (await answer.json()).code]).toEqual([503, 'storage-away']);
      expect(club.get(Sessions).read(copy)).toBeUndefined();
    } finally {
      club.players.away = false;
    }
  });
});

test('A14: no log line carries a cookie, a name or a query', async () => {
  const browser = await signedIn('Canarybird Loglines');
  await browser.ask('/api/me?secret=querycanary');
  await browser.ask('/auth/google/callback?code=codecanary&state=x');
  const log = club.logged.join('');
  expect(log).toContain('"path":"/api/me"');
  for (const canary of ['Canarybird', 'querycanary', 'codecanary', browser.jar.get('trellis')!])
    expect(log).not.toContain(canary);
});
