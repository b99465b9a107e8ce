import { expect, test } from 'vitest';
import type { Configuration } from '../configuration/configuration.js';
import { PlainPlayers } from '../testing/plain-players.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

const configuration: Configuration = {
  production: false,
  port: 3000,
  publicUrl: 'http://localhost:3000',
  trustProxy: 0,
  dataDir: '/nowhere',
  storage: 'memory',
  sessionSecret: '0123456789abcdef0123456789abcdef',
  demoSignIn: false,
  houseTables: false,
  logLevel: 'silent',
  // Nothing listens there: whoever gets as far as asking fails by `provider-failed`.
  google: { clientId: 'club', clientSecret: 's', standIn: 'http://localhost:9' },
};

async function begun(signIn: SignIn) {
  const { location, cookie } = await signIn.begin('google', '/rules');
  const state = new URL(location).searchParams.get('state')!;
  return { query: new URLSearchParams({ state, code: 'x' }), cookie: cookie.split(';')[0]! };
}

test('an attempt is good for ten minutes', async () => {
  let now = 1_000_000;
  const signIn = new SignIn(configuration, () => now);
  const [early, late] = [await begun(signIn), await begun(signIn)];
  now += 10 * 60 * 1000 - 1;
  await expect(signIn.finish('google', early.query, early.cookie)).rejects.toMatchObject({
    fault: 'provider-failed',
    returnTo: '/rules',
  });
  now += 1;
  await expect(signIn.finish('google', late.query, late.cookie)).rejects.toMatchObject({
    fault: 'state-mismatch',
  });
});

test('a session’s cookie is no attempt, and an attempt’s no session', async () => {
  const signIn = new SignIn(configuration);
  const sessions = new Sessions(configuration, new PlainPlayers());
  const { query, cookie } = await begun(signIn);
  expect(sessions.read(cookie.replace('trellis-attempt', 'trellis'))).toBeUndefined();
  const session = sessions.open('ann').cookie.split(';')[0]!;
  await expect(
    signIn.finish('google', query, session.replace('trellis', 'trellis-attempt')),
  ).rejects.toMatchObject({ fault: 'state-mismatch' });
});

test('another club’s attempt is none of ours', async () => {
  const other = new SignIn({ ...configuration, sessionSecret: 'f'.repeat(32) });
  const { query, cookie } = await begun(other);
  await expect(new SignIn(configuration).finish('google', query, cookie)).rejects.toMatchObject({
    fault: 'state-mismatch',
  });
});

test('offers what is configured', () => {
  const signIn = new SignIn(configuration);
  expect(['google', 'oidc', 'demo', '__proto__'].map((name) => signIn.offers(name))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
