import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { environment, exampleSecret } from './environment.js';

const folder = mkdtempSync(join(tmpdir(), 'trellis-configuration-'));
const file = join(folder, 'file');
writeFileSync(file, '');
const secret = '0123456789abcdef0123456789abcdef';

const development = { DATA_DIR: folder };
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://club.example',
  DATA_DIR: folder,
  SESSION_SECRET: secret,
  GOOGLE_CLIENT_ID: 'id.apps.googleusercontent.com',
  GOOGLE_CLIENT_SECRET: 'shhh',
};
const oidc = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'club',
  OIDC_CLIENT_SECRET: 'shhh',
};

describe('wrong configurations are refused by key', () => {
  test.each<[title: string, env: Record<string, string | undefined>, keys: string[]]>([
    ['a port that is text', { PORT: 'http' }, ['PORT']],
    ['port 0', { PORT: '0' }, ['PORT']],
    ['a port above 65535', { PORT: '65536' }, ['PORT']],
    ['a negative port', { PORT: '-1' }, ['PORT']],
    ['half a port', { PORT: '3000.5' }, ['PORT']],
    ['a port in hexadecimal', { PORT: '0x1f90' }, ['PORT']],
    ['an unknown NODE_ENV', { NODE_ENV: 'prod' }, ['NODE_ENV']],
    ['an address without scheme', { PUBLIC_URL: 'club.example' }, ['PUBLIC_URL']],
    ['an address of another scheme', { PUBLIC_URL: 'ftp://club.example' }, ['PUBLIC_URL']],
    ['an address with a path', { PUBLIC_URL: 'https://club.example/club' }, ['PUBLIC_URL']],
    ['an address with a query', { PUBLIC_URL: 'https://club.example/?a=b' }, ['PUBLIC_URL']],
    ['an address with a user', { PUBLIC_URL: 'https://user@club.example' }, ['PUBLIC_URL']],
    ['an address with a space', { PUBLIC_URL: 'https://club .example' }, ['PUBLIC_URL']],
    ['a metrics port equal to the port', { PORT: '4000', METRICS_PORT: '4000' }, ['METRICS_PORT']],
    ['a metrics port equal to the default', { METRICS_PORT: '3000' }, ['METRICS_PORT']],
    ['a metrics port that is text', { METRICS_PORT: 'on' }, ['METRICS_PORT']],
    ['a number of proxies that is text', { TRUST_PROXY: 'true' }, ['TRUST_PROXY']],
    ['too many proxies', { TRUST_PROXY: '9' }, ['TRUST_PROXY']],
    ['a data folder that is a file', { DATA_DIR: file }, ['DATA_DIR']],
    ['a data folder below a file', { DATA_DIR: `${file}/below`, PORT: 'x' }, ['DATA_DIR', 'PORT']],
    ['a data folder that nobody can make', { DATA_DIR: '/sys/trellis' }, ['DATA_DIR']],
    ['another database', { DATABASE_URL: 'mysql://host/db' }, ['DATABASE_URL']],
    ['a database without host', { DATABASE_URL: 'postgresql:///db' }, ['DATABASE_URL']],
    ['a Redis by http', { REDIS_URL: 'http://localhost:6379' }, ['REDIS_URL']],
    ['an unknown storage', { TRELLIS_STORAGE: 'disk' }, ['TRELLIS_STORAGE']],
    [
      'memory beside a database',
      { TRELLIS_STORAGE: 'memory', DATABASE_URL: 'postgresql://host/db' },
      ['TRELLIS_STORAGE'],
    ],
    ['a short secret', { SESSION_SECRET: secret.slice(1) }, ['SESSION_SECRET']],
    ['a secret of one letter', { SESSION_SECRET: 'a'.repeat(64) }, ['SESSION_SECRET']],
    ['the secret of the example', { SESSION_SECRET: exampleSecret }, ['SESSION_SECRET']],
    ['half of Google', { GOOGLE_CLIENT_ID: 'id' }, ['GOOGLE_CLIENT_SECRET']],
    ['the other half', { GOOGLE_CLIENT_SECRET: 'shhh' }, ['GOOGLE_CLIENT_ID']],
    [
      'a client id in quotes',
      { GOOGLE_CLIENT_ID: '"id"', GOOGLE_CLIENT_SECRET: 's' },
      ['GOOGLE_CLIENT_ID'],
    ],
    ['a third of OIDC', { OIDC_CLIENT_ID: 'id' }, ['OIDC_ISSUER', 'OIDC_CLIENT_SECRET']],
    ['two thirds of OIDC', { ...oidc, OIDC_CLIENT_SECRET: '' }, ['OIDC_CLIENT_SECRET']],
    ['an issuer without https', { ...oidc, OIDC_ISSUER: 'http://login.example' }, ['OIDC_ISSUER']],
    ['an issuer that is no address', { ...oidc, OIDC_ISSUER: 'login' }, ['OIDC_ISSUER']],
    ['a stand-in elsewhere', { GOOGLE_STAND_IN: 'http://google.example' }, ['GOOGLE_STAND_IN']],
    ['an unknown level', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    ['an unknown demo sign-in', { DEMO_SIGN_IN: 'true' }, ['DEMO_SIGN_IN']],
    ['production without secret', { ...production, SESSION_SECRET: '' }, ['SESSION_SECRET']],
    ['production without address', { ...production, PUBLIC_URL: undefined }, ['PUBLIC_URL']],
    ['production by http', { ...production, PUBLIC_URL: 'http://club.example' }, ['PUBLIC_URL']],
    [
      'production that looks local',
      { ...production, PUBLIC_URL: 'http://localhost.evil.example' },
      ['PUBLIC_URL'],
    ],
    ['production in memory', { ...production, TRELLIS_STORAGE: 'memory' }, ['TRELLIS_STORAGE']],
    [
      'production with a stand-in',
      { ...production, GOOGLE_STAND_IN: 'http://localhost:8080' },
      ['GOOGLE_STAND_IN'],
    ],
    [
      'production with a local issuer',
      { ...production, ...oidc, OIDC_ISSUER: 'http://localhost:8080' },
      ['OIDC_ISSUER'],
    ],
    [
      'production where nobody can sign in',
      { ...production, GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '' },
      ['GOOGLE_CLIENT_ID'],
    ],
    [
      'all at once',
      { NODE_ENV: 'production', PORT: 'x', REDIS_URL: 'x', OIDC_ISSUER: 'https://login.example' },
      ['PORT', 'REDIS_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SESSION_SECRET', 'PUBLIC_URL'],
    ],
  ])('%s', (_title, env, keys) => {
    const error = refusalOf({ ...development, ...env });
    expect(error.faults.map((each) => each.key).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(error.message).toContain(`\n  ${key} `);
  });

  test('the message repeats no value', () => {
    const canary = 'c4n4ry';
    const env = Object.fromEntries(Object.keys(environment).map((key) => [key, `${canary} "`]));
    const error = refusalOf(env);
    expect(error.faults.length).toBeGreaterThan(12);
    expect(error.message).not.toContain(canary);
  });
});

describe('right configurations', () => {
  test('an empty environment is a club for development with demo sign-in', () => {
    const { sessionSecret, ...rest } = readConfiguration({ DATA_DIR: folder, PORT: '' });
    expect(sessionSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(rest).toEqual({
      production: false,
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustProxy: 0,
      dataDir: folder,
      storage: 'database',
      demoSignIn: true,
      houseTables: true,
      logLevel: 'warn',
    });
  });

  test('the made secret is kept for its owner only, and found again', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'trellis-secret-'));
    const first = readConfiguration({ DATA_DIR: dataDir }).sessionSecret;
    expect(readConfiguration({ DATA_DIR: dataDir }).sessionSecret).toBe(first);
    expect(statSync(join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
    const inMemory = { DATA_DIR: dataDir, TRELLIS_STORAGE: 'memory' };
    expect(readConfiguration(inMemory).sessionSecret).not.toBe(first);
  });

  test('a damaged kept secret stops the start instead of signing with it', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'trellis-secret-'));
    writeFileSync(join(dataDir, 'session-secret'), 'short');
    expect(() => readConfiguration({ DATA_DIR: dataDir })).toThrow(/damaged/);
  });

  test('production', () => {
    expect(readConfiguration({ ...production, ...oidc, TRUST_PROXY: '1' })).toMatchObject({
      production: true,
      publicUrl: 'https://club.example',
      trustProxy: 1,
      google: { clientId: production.GOOGLE_CLIENT_ID, clientSecret: 'shhh' },
      oidc: { issuer: 'https://login.example', clientId: 'club', clientSecret: 'shhh' },
      demoSignIn: false,
      houseTables: true,
    });
  });

  test('production on a loopback host may go without https', () => {
    const env = { ...production, PUBLIC_URL: 'http://127.0.0.1:3000/' };
    expect(readConfiguration(env).publicUrl).toBe('http://127.0.0.1:3000');
  });

  test.each([
    ['nothing set', {}, true],
    ['a provider set', { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 's' }, false],
    ['another provider set', oidc, false],
    ['a provider, and asked for', { ...oidc, DEMO_SIGN_IN: 'on' }, true],
    ['refused', { DEMO_SIGN_IN: 'off' }, false],
    ['production', production, false],
    ['production, and asked for', { ...production, DEMO_SIGN_IN: 'on' }, true],
  ])('demo sign-in with %s: %s', (_title, env, on) => {
    expect(readConfiguration({ ...development, ...env }).demoSignIn).toBe(on);
  });
});

test('.env.example names every variable, and nothing else', () => {
  const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  const keys = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, key]) => key);
  expect(keys.sort()).toEqual(Object.keys(environment).sort());
  expect(example).toContain(`SESSION_SECRET=${exampleSecret}`);
});

function refusalOf(env: Record<string, string | undefined>): ConfigurationError {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}
