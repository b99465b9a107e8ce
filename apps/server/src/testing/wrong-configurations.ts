import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleSecret } from '../configuration/environment.js';
import { makePushKeys } from '../configuration/push-keys.js';

export const folder = mkdtempSync(join(tmpdir(), 'trellis-configuration-'));
export const file = join(folder, 'file');
writeFileSync(file, '');
export const secret = '0123456789abcdef0123456789abcdef';

export const development = { DATA_DIR: folder };
export const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://club.example',
  DATA_DIR: folder,
  SESSION_SECRET: secret,
  GOOGLE_CLIENT_ID: 'id.apps.googleusercontent.com',
  GOOGLE_CLIENT_SECRET: 'shhh',
};
export const oidc = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'club',
  OIDC_CLIENT_SECRET: 'shhh',
};

const pushKeys = makePushKeys();
/** A club that sends push, but for what is wrong with it. */
const pushEnv = (wrong: Readonly<Record<string, string>>) => ({
  ...{ VAPID_PUBLIC_KEY: pushKeys.publicKey, VAPID_PRIVATE_KEY: pushKeys.privateKey },
  ...{ VAPID_SUBJECT: 'mailto:ann@club.example', ...wrong },
});

/** What may be wrong with an environment, and the keys that must be named: no others. Over `development`. */
export const wrongConfigurations: readonly (readonly [
  title: string,
  env: Readonly<Record<string, string | undefined>>,
  keys: readonly string[],
])[] = [
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
  [
    'a push key without the other',
    { VAPID_PUBLIC_KEY: pushKeys.publicKey, VAPID_SUBJECT: 'mailto:a@club.example' },
    ['VAPID_PRIVATE_KEY'],
  ],
  ['push keys without a subject', pushEnv({ VAPID_SUBJECT: '' }), ['VAPID_SUBJECT']],
  ['a subject that is no address', pushEnv({ VAPID_SUBJECT: 'Ann' }), ['VAPID_SUBJECT']],
  [
    'a cut push key',
    pushEnv({ VAPID_PUBLIC_KEY: pushKeys.publicKey.slice(1) }),
    ['VAPID_PUBLIC_KEY'],
  ],
  ['a push key that is none', pushEnv({ VAPID_PRIVATE_KEY: 'secret' }), ['VAPID_PRIVATE_KEY']],
  [
    'push keys of two pairs',
    pushEnv({ VAPID_PRIVATE_KEY: makePushKeys().privateKey }),
    ['VAPID_PUBLIC_KEY'],
  ],
  [
    'a push stand-in elsewhere',
    pushEnv({ PUSH_STAND_IN: 'http://push.example' }),
    ['PUSH_STAND_IN'],
  ],
  [
    'production with a push stand-in',
    { ...production, PUSH_STAND_IN: 'http://localhost:8080' },
    ['PUSH_STAND_IN'],
  ],
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
];
