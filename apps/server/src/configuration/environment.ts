import { z } from 'zod';
import { publicKeyOf } from './push-keys.js';

/**
 * Each environment variable alone: what it may be, what it is when unset. Messages say what to do and never repeat
 * the value. What must hold between two of them stands in `configuration.ts`.
 */
export const environment = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'is development, test or production')
    .default('development'),
  PORT: port().default(3000),
  PUBLIC_URL: url(['http:', 'https:'], 'is the address of the club, such as https://club.example')
    .refine(
      isOrigin,
      'is only scheme, host and port: leave out path, query, fragment, user and password',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUST_PROXY: whole(0, 8, 'is how many proxies stand in front: 0 (none) to 8').default(0),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'is the address of a Postgres, such as postgresql://user:password@host:5432/trellis',
  ).optional(),
  REDIS_URL: url(
    ['redis:', 'rediss:'],
    'is the address of a Redis, such as redis://host:6379',
  ).optional(),
  TRELLIS_STORAGE: z.enum(['memory', 'database'], 'is memory or database').default('database'),
  SESSION_SECRET: z
    .string()
    .min(32, 'is too short: use at least 32 characters, for example of `openssl rand -hex 32`')
    .refine(
      (text) => new Set(text).size >= 10,
      'is too easy to guess: use the output of `openssl rand -hex 32`',
    )
    .refine(
      (text) => text !== exampleSecret,
      'is still the one of .env.example: use the output of `openssl rand -hex 32`',
    )
    .optional(),
  GOOGLE_CLIENT_ID: text().optional(),
  GOOGLE_CLIENT_SECRET: text().optional(),
  GOOGLE_STAND_IN: url(
    ['http:'],
    'is the address of a local OAuth stand-in, for tests only: http on a loopback host',
  ).optional(),
  OIDC_ISSUER: url(
    ['http:', 'https:'],
    'is the issuer address of an OpenID Connect provider, such as https://login.example',
  ).optional(),
  OIDC_CLIENT_ID: text().optional(),
  OIDC_CLIENT_SECRET: text().optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[\w-]{86}$/, 'is no public key for push: `npm run push:keys` makes a pair')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .refine(
      (key) => publicKeyOf(key) !== undefined,
      'is no private key for push: `npm run push:keys` makes a pair',
    )
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(
      /^(mailto:[^\s@:/]+@[^\s@:/]+|https:\/\/[^\s"'<>]+)$/,
      'is where push services reach you: mailto:you@club.example, or an https address',
    )
    .optional(),
  PUSH_STAND_IN: url(
    ['http:'],
    'is the address of a local push stand-in, for tests only: http on a loopback host',
  ).optional(),
  DEMO_SIGN_IN: z.enum(['on', 'off'], 'is on or off').optional(),
  EDITORS: z
    .string()
    .regex(/^[\w-]{1,64}(\s*,\s*[\w-]{1,64})*$/, 'is a list of players’ ids with commas between')
    .transform((text) => text.split(',').map((each) => each.trim()))
    .optional(),
  HOUSE_TABLES: z.enum(['on', 'off'], 'is on or off').default('on'),
  METRICS_PORT: port().optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is debug, info, warn, error or silent')
    .optional(),
} as const;

export type Key = keyof typeof environment;
export type Values = { readonly [K in Key]: z.output<(typeof environment)[K]> };
export type LogLevel = NonNullable<Values['LOG_LEVEL']>;

/** What stands in `.env.example`, so that nobody's club is signed with a secret that everybody knows. */
export const exampleSecret = 'replace-me-with-the-output-of-openssl-rand-hex-32';

function whole(min: number, max: number, rule: string) {
  return z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((number) => number >= min && number <= max, rule);
}

function port() {
  return whole(1, 65_535, 'is a port: a whole number from 1 to 65535');
}

/** Identifiers and secrets that providers hand out; a space or a quote inside is a slip of copying. */
function text() {
  return z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, 'has a space or another character that does not belong in it')
    .refine((value) => !/^["'<]|["'>]$/.test(value), 'is in quotes or brackets: leave them out');
}

function url(protocols: readonly string[], rule: string) {
  return z.string().refine((value) => {
    if (!URL.canParse(value) || /[\s\\]/.test(value)) return false;
    const { protocol, hostname } = new URL(value);
    return protocols.includes(protocol) && hostname !== '';
  }, rule);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return true; // named already
  const { pathname, search, hash, username, password } = new URL(value);
  return pathname === '/' && !search && !hash && !username && !password && !/[?#@]/.test(value);
}
