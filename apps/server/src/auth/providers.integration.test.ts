import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Configuration } from '../configuration/configuration.js';
import { AccountClub } from '../testing/account-club.js';
import { Browser } from '../testing/browser.js';
import { IdentityProvider } from '../testing/identity-provider.js';
import { SignIn } from './sign-in.js';

const provider = new IdentityProvider();
let club: AccountClub;

beforeAll(async () => {
  await provider.start();
  const client = { clientId: 'club', clientSecret: 'canary-secret' };
  club = await AccountClub.start({
    google: { ...client, standIn: provider.url },
    oidc: { ...client, issuer: provider.url },
  });
});
beforeEach(() => provider.reset());
afterAll(async () => {
  await club.stop();
  await provider.stop();
});

const playerOf = async (browser: Browser) => (await (await browser.ask('/api/me')).json()).player;
const isBack = (url: URL) => url.pathname.endsWith('/callback');

/** Goes to the provider and back to the door, without entering. */
async function atTheDoor(name: string, browser: Browser, query = ''): Promise<URL> {
  return browser.follow(`/auth/${name}${query}`, isBack);
}

/** Where the callback sends the browser to. */
async function entering(browser: Browser, callback: URL | string): Promise<string> {
  const answer = await browser.ask(String(callback));
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!;
}

async function expectNobody(browser: Browser): Promise<void> {
  expect(browser.jar.has('trellis')).toBe(false);
  expect(await playerOf(browser)).toBeNull();
}

describe.each(['google', 'oidc'])('%s', (name) => {
  test('signs in, and leads back to where one came from', async () => {
    const browser = new Browser(club.url);
    const callback = await atTheDoor(name, browser, '?returnTo=%2Ftables%2Fabc');
    expect(await entering(browser, callback)).toBe('/tables/abc');
    expect(await playerOf(browser)).toMatchObject({ name: 'Anna Karenina', firstName: 'Anna' });
    expect(browser.jar.has('trellis-attempt')).toBe(false);
  });

  test('A07: asks with state, PKCE and the fixed address, and proves it', async () => {
    const browser = new Browser(club.url);
    const answer = await browser.ask(`/auth/${name}`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    const asked = new URL(answer.headers.get('location')!).searchParams;
    const redirectUri = `${club.configuration.publicUrl}/auth/${name}/callback`;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'club',
      response_type: 'code',
      scope: 'openid profile',
      state: expect.stringMatching(/^[\w-]{32}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      redirect_uri: redirectUri, // A08: not of a header
    });
    await entering(browser, await atTheDoor(name, browser));
    expect(provider.asked).toMatchObject({
      code_verifier: expect.stringMatching(/^[\w-]{43,}$/),
      redirect_uri: redirectUri,
    });
  });

  test('the attempt’s cookie is short-lived and out of scripts’ reach', async () => {
    const answer = await new Browser(club.url).ask(`/auth/${name}`);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^trellis-attempt=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  test('A10: the same subject is the same player, whatever the name and the address', async () => {
    const ids: string[] = [];
    for (const more of [
      { email: 'anna@club.example', email_verified: true },
      { family_name: 'Vronskaya', email: 'other@club.example' },
      { sub: 'anna-2', email: 'anna@club.example', email_verified: true },
    ]) {
      provider.person = { ...provider.person, ...more };
      const browser = new Browser(club.url);
      await entering(browser, await atTheDoor(name, browser));
      ids.push((await playerOf(browser)).id);
    }
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('A09: a foreign return path leads home', async () => {
    const browser = new Browser(club.url);
    const callback = await atTheDoor(name, browser, '?returnTo=%2F%2Fevil.example');
    expect(await entering(browser, callback)).toBe('/');
  });

  describe('lets nobody in', () => {
    const mismatch = '/sign-in?error=state-mismatch';

    test('A06: without state', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      callback.searchParams.delete('state');
      expect(await entering(browser, callback)).toBe(mismatch);
      await expectNobody(browser);
    });

    test('A06: with a forged state', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      callback.searchParams.set('state', 'A'.repeat(32));
      expect(await entering(browser, callback)).toBe(mismatch);
      await expectNobody(browser);
    });

    test('A06: with two states', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      callback.searchParams.append('state', callback.searchParams.get('state')!);
      expect(await entering(browser, callback)).toBe(mismatch);
    });

    test('A06, A19: with the state of another browser', async () => {
      const [mine, theirs] = [new Browser(club.url), new Browser(club.url)];
      await atTheDoor(name, mine);
      const callback = await atTheDoor(name, theirs);
      expect(await entering(mine, callback)).toBe(mismatch);
      await expectNobody(mine);
    });

    test('A06: from a browser that began nothing', async () => {
      const callback = await atTheDoor(name, new Browser(club.url));
      const browser = new Browser(club.url);
      expect(await entering(browser, callback)).toBe(mismatch);
      await expectNobody(browser);
    });

    test('A06: twice with the same state, even when the cookie was copied', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      const copy = new Browser(club.url);
      copy.jar.set('trellis-attempt', browser.jar.get('trellis-attempt')!);
      expect(await entering(browser, callback)).toBe('/');
      expect(await entering(copy, callback)).toBe(mismatch);
      await expectNobody(copy);
    });

    test('A07: with a code that was used', async () => {
      const first = new Browser(club.url);
      const used = await atTheDoor(name, first);
      await entering(first, used);
      const second = new Browser(club.url);
      const callback = await atTheDoor(name, second);
      callback.searchParams.set('code', used.searchParams.get('code')!);
      expect(await entering(second, callback)).toBe('/sign-in?error=provider-failed');
      await expectNobody(second);
    });

    test('A07: with a code that was made for another browser (PKCE)', async () => {
      const [mine, theirs] = [new Browser(club.url), new Browser(club.url)];
      const callback = await atTheDoor(name, mine);
      const stolen = (await atTheDoor(name, theirs)).searchParams.get('code')!;
      callback.searchParams.set('code', stolen);
      expect(await entering(mine, callback)).toBe('/sign-in?error=provider-failed');
      await expectNobody(mine);
    });

    test.each(['', 'x'])('with the code %j', async (code) => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      callback.searchParams.set('code', code);
      expect(await entering(browser, callback)).toBe('/sign-in?error=provider-failed');
    });

    test('with no code or two', async () => {
      for (const change of ['delete', 'append'] as const) {
        const browser = new Browser(club.url);
        const callback = await atTheDoor(name, browser);
        callback.searchParams[change]('code', 'more');
        if (change === 'delete') callback.searchParams.delete('code');
        expect(await entering(browser, callback)).toBe('/sign-in?error=provider-failed');
      }
    });

    test('with an attempt cookie that was changed', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      const cookie = browser.jar.get('trellis-attempt')!;
      const data = JSON.parse(Buffer.from(cookie.split('.')[0]!, 'base64url').toString()) as object;
      const forged = Buffer.from(JSON.stringify({ ...data, returnTo: '//evil.example' }));
      browser.jar.set(
        'trellis-attempt',
        `${forged.toString('base64url')}.${cookie.split('.')[1]!}`,
      );
      expect(await entering(browser, callback)).toBe(mismatch);
    });

    test('with an attempt that was begun at the other provider', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      const other = name === 'google' ? 'oidc' : 'google';
      callback.pathname = `/auth/${other}/callback`;
      expect(await entering(browser, callback)).toBe(mismatch);
      await expectNobody(browser);
    });

    test('who cancels, and remembers where he wanted to go', async () => {
      provider.error = 'access_denied';
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser, '?returnTo=%2Frules');
      expect(await entering(browser, callback)).toBe('/sign-in?error=cancelled&returnTo=%2Frules');
      await expectNobody(browser);
    });

    test('a cancellation that somebody else made up does not end the attempt', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      const stranger = new Browser(club.url);
      expect(
        await entering(stranger, `/auth/${name}/callback?error=access_denied&state=guess`),
      ).toBe(mismatch);
      expect(await entering(browser, callback)).toBe('/');
    });

    test('on any other error of the provider', async () => {
      provider.error = 'server_error';
      const browser = new Browser(club.url);
      expect(await entering(browser, await atTheDoor(name, browser))).toBe(
        '/sign-in?error=provider-failed',
      );
    });

    test.each([
      ['answers 500', { statusCode: 500, body: { error: 'server_error' } }],
      ['refuses the code', { statusCode: 400, body: { error: 'invalid_grant' } }],
      ['answers with an empty object', { statusCode: 200, body: {} }],
      ['answers with text', { statusCode: 200, body: 'nothing' }],
      ['answers with null', { statusCode: 200, body: null }],
    ])('when the token endpoint %s', async (_title, token) => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      provider.token = token;
      expect(await entering(browser, callback)).toBe('/sign-in?error=provider-failed');
      await expectNobody(browser);
    });

    test('when players cannot be stored', async () => {
      const browser = new Browser(club.url);
      const callback = await atTheDoor(name, browser);
      club.players.away = true;
      try {
        expect(await entering(browser, callback)).toBe('/sign-in?error=storage-away');
      } finally {
        club.players.away = false;
      }
      await expectNobody(browser);
    });
  });
});

describe('google', () => {
  test.each([
    ['answers 500', { statusCode: 500, body: {} }],
    ['says nobody', { statusCode: 200, body: {} }],
    ['says text', { statusCode: 200, body: 'nobody' }],
    ['says JSON in text', { statusCode: 200, body: '{"sub":"anna-1"}' }],
    ['says names of another shape', { statusCode: 200, body: { sub: 'anna-1', name: {} } }],
    ['says a number', { statusCode: 200, body: { sub: 7, name: 'Anna' } }],
  ])('lets nobody in when user info %s', async (_title, userinfo) => {
    provider.userinfo = userinfo;
    const browser = new Browser(club.url);
    expect(await entering(browser, await atTheDoor('google', browser))).toBe(
      '/sign-in?error=provider-failed',
    );
    await expectNobody(browser);
  });

  test('A14: the token travels in a header, not in an address', async () => {
    const browser = new Browser(club.url);
    await entering(browser, await atTheDoor('google', browser));
    expect(provider.userinfoAsked!.url).toBe('/userinfo');
    expect(provider.userinfoAsked!.headers.authorization).toMatch(/^Bearer ./);
  });
});

describe('oidc', () => {
  test.each([
    ['the audience is another club', { aud: 'another' }],
    ['the issuer is another one', { iss: 'https://evil.example' }],
    ['the nonce is another one', { nonce: 'another' }],
    ['the token is too old', { exp: 1000 }],
    ['the subject is missing', { sub: undefined }],
  ])('A07: lets nobody in when %s', async (_title, claims) => {
    const browser = new Browser(club.url);
    const callback = await atTheDoor('oidc', browser);
    provider.claims = claims;
    expect(await entering(browser, callback)).toBe('/sign-in?error=provider-failed');
    await expectNobody(browser);
  });

  test('asks for the name when the ID token has none', async () => {
    const browser = new Browser(club.url);
    const callback = await atTheDoor('oidc', browser);
    provider.claims = { given_name: undefined, family_name: undefined };
    expect(await entering(browser, callback)).toBe('/');
    expect((await playerOf(browser)).name).toBe('Anna Karenina');
    expect(provider.userinfoAsked).toBeDefined();
  });
});

describe('A20: a provider that is slow or away', () => {
  let silent: Server;
  let waiting = 0;
  let slow: AccountClub;

  beforeAll(async () => {
    // takes every request and answers none
    silent = createServer((_request, response) => {
      waiting += 1;
      response.on('close', () => (waiting -= 1));
    });
    await new Promise<void>((resolve) => silent.listen(0, 'localhost', resolve));
    const url = `http://localhost:${(silent.address() as AddressInfo).port}`;
    const client = { clientId: 'club', clientSecret: 'canary-secret' };
    slow = await AccountClub.start(
      { google: { ...client, standIn: url }, oidc: { ...client, issuer: url } },
      {
        providers: [
          {
            provide: SignIn,
            useFactory: (configuration: Configuration) => new SignIn(configuration, Date.now, 200),
            inject: [Configuration],
          },
        ],
      },
    );
  });
  afterAll(async () => {
    await slow.stop();
    silent.closeAllConnections();
    silent.close();
  });

  test('is given up in time, and no request to it lingers', async () => {
    const browser = new Browser(slow.url);
    const answer = await browser.ask('/auth/google');
    const { searchParams } = new URL(answer.headers.get('location')!);
    const callback = `/auth/google/callback?code=x&state=${searchParams.get('state')!}`;
    expect(await entering(browser, callback)).toBe('/sign-in?error=provider-slow');
    await expect.poll(() => waiting).toBe(0);
  });

  test('at discovery, too', async () => {
    const browser = new Browser(slow.url);
    expect(await entering(browser, '/auth/oidc')).toBe('/sign-in?error=provider-slow');
    expect(browser.jar.size).toBe(0);
  });

  test('existing sessions do not notice', async () => {
    const browser = new Browser(slow.url);
    await browser.post('/auth/demo', { name: 'Anna' });
    expect((await playerOf(browser)).name).toBe('Anna');
  });
});

test('A08: over https the address to come back to is the public one', async () => {
  const secure = await AccountClub.start({
    publicUrl: 'https://club.example',
    google: { clientId: 'club', clientSecret: 's' },
  });
  const browser = new Browser(secure.url);
  const answer = await browser.ask('/auth/google', { headers: { 'x-forwarded-host': 'evil' } });
  const location = new URL(answer.headers.get('location')!);
  expect(location.origin + location.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
  expect(location.searchParams.get('redirect_uri')).toBe(
    'https://club.example/auth/google/callback',
  );
  expect([...browser.jar.keys()]).toEqual(['__Host-trellis-attempt']);
  await secure.stop();
});

test('a provider that is not configured is not there', async () => {
  const browser = new Browser(club.url);
  for (const path of ['/auth/github', '/auth/github/callback', '/auth/__proto__', '/auth/demo'])
    expect((await browser.ask(path)).status).toBe(404);
});

test('A14: no log line carries a code, a state or a secret', async () => {
  const browser = new Browser(club.url);
  const callback = await atTheDoor('google', browser);
  provider.token = { statusCode: 500, body: { error: 'server_error' } };
  await entering(browser, callback);
  const log = club.logged.join('');
  expect(log).toContain('A provider failed');
  for (const key of ['code', 'state']) expect(log).not.toContain(callback.searchParams.get(key)!);
  expect(log).not.toContain('canary-secret');
});
