import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  development,
  folder,
  oidc,
  production,
  wrongConfigurations,
} from '../testing/wrong-configurations.js';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { environment, exampleSecret } from './environment.js';

describe('wrong configurations are refused by key', () => {
  test.each(wrongConfigurations)('%s', (_title, env, keys) => {
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
