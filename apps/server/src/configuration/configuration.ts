import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { environment, type Key, type LogLevel, type Values } from './environment.js';
import { isLoopback } from './loopback.js';
import { publicKeyOf } from './push-keys.js';
import { freshSecret, keptSecret } from './session-secret.js';

/** A class only so that Nest can hand it out by this name; a plain object is one. */
export abstract class Configuration {
  abstract readonly production: boolean;
  abstract readonly port: number;
  /** Scheme, host and port, without a slash at the end: what browsers know the club as. */
  abstract readonly publicUrl: string;
  /** How many proxies stand in front and write `X-Forwarded-For`; 0: the header is not believed. */
  abstract readonly trustProxy: number;
  /** Absolute. */
  abstract readonly dataDir: string;
  abstract readonly storage: 'memory' | 'database';
  /** Without it `database` means the embedded one. */
  abstract readonly databaseUrl?: string;
  abstract readonly redisUrl?: string;
  abstract readonly sessionSecret: string;
  abstract readonly google?: GoogleConfiguration;
  abstract readonly oidc?: OidcConfiguration;
  /** Left out: the club sends no push. */
  abstract readonly push?: PushConfiguration;
  abstract readonly demoSignIn: boolean;
  /** Players who write for the club and keep the forum tidy. */
  abstract readonly editors?: readonly string[];
  /** Tables where the house plays for who looks. */
  abstract readonly houseTables: boolean;
  abstract readonly metricsPort?: number;
  abstract readonly logLevel: LogLevel;
}

export interface GoogleConfiguration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** A local server that plays Google's part in tests, with `/authorize`, `/token` and `/userinfo`. */
  readonly standIn?: string;
}

export interface PushConfiguration {
  /** Both base64url; browsers subscribe with the public one. */
  readonly publicKey: string;
  readonly privateKey: string;
  /** Where push services reach the operator: an address that begins with mailto: or https: */
  readonly subject: string;
  /** The origin of a local server that plays a push service in tests. */
  readonly standIn?: string;
}

export interface OidcConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Fault {
  readonly key: Key;
  /** What is wrong and what to do, as the end of a sentence that begins with the key. */
  readonly fault: string;
}

/** All that is wrong with the environment, at once. It never repeats a value. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(
      [
        'The configuration is wrong. Set these environment variables (.env.example explains them):',
        ...faults.map(({ key, fault }) => `  ${key} ${fault}.`),
      ].join('\n'),
    );
    this.name = 'ConfigurationError';
  }
}

/**
 * Reads the environment whole, or throws a `ConfigurationError`. An empty variable is an unset one, as docker-compose
 * writes it. Outside production a missing session secret is made and kept in the data folder.
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
): Configuration {
  const faults: Fault[] = [];
  const values = parseEach(env, faults);
  faults.push(...faultsBetween(values));
  if (faults.length > 0) throw new ConfigurationError(faults);

  const all = values as Values; // no faults: each was parsed
  const production = all.NODE_ENV === 'production';
  const dataDir = resolve(all.DATA_DIR);
  return {
    production,
    port: all.PORT,
    publicUrl: all.PUBLIC_URL ?? `http://localhost:${all.PORT}`,
    trustProxy: all.TRUST_PROXY,
    dataDir,
    storage: all.TRELLIS_STORAGE,
    databaseUrl: all.DATABASE_URL,
    redisUrl: all.REDIS_URL,
    sessionSecret:
      all.SESSION_SECRET ??
      // A club in memory forgets its players with the process, so their sessions may end with it too.
      (all.TRELLIS_STORAGE === 'memory' ? freshSecret() : secretIn(dataDir)),
    google:
      all.GOOGLE_CLIENT_ID && all.GOOGLE_CLIENT_SECRET
        ? {
            clientId: all.GOOGLE_CLIENT_ID,
            clientSecret: all.GOOGLE_CLIENT_SECRET,
            standIn: all.GOOGLE_STAND_IN?.replace(/\/+$/, ''),
          }
        : undefined,
    oidc:
      all.OIDC_ISSUER && all.OIDC_CLIENT_ID && all.OIDC_CLIENT_SECRET
        ? {
            issuer: all.OIDC_ISSUER,
            clientId: all.OIDC_CLIENT_ID,
            clientSecret: all.OIDC_CLIENT_SECRET,
          }
        : undefined,
    push:
      all.VAPID_PUBLIC_KEY && all.VAPID_PRIVATE_KEY && all.VAPID_SUBJECT
        ? {
            publicKey: all.VAPID_PUBLIC_KEY,
            privateKey: all.VAPID_PRIVATE_KEY,
            subject: all.VAPID_SUBJECT,
            standIn: all.PUSH_STAND_IN && new URL(all.PUSH_STAND_IN).origin,
          }
        : undefined,
    demoSignIn: all.DEMO_SIGN_IN ? all.DEMO_SIGN_IN === 'on' : !production && !hasProvider(all),
    editors: all.EDITORS,
    houseTables: all.HOUSE_TABLES === 'on',
    metricsPort: all.METRICS_PORT,
    logLevel: all.LOG_LEVEL ?? (production ? 'info' : 'warn'),
  };
}

function parseEach(
  env: Readonly<Record<string, string | undefined>>,
  faults: Fault[],
): Partial<Values> {
  const values: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(environment)) {
    const parsed = schema.safeParse(env[key]?.trim() || undefined);
    if (parsed.success) values[key] = parsed.data;
    else faults.push({ key: key as Key, fault: parsed.error.issues[0]!.message });
  }
  return values as Partial<Values>;
}

/** What must hold between variables. One that is wrong by itself is absent here. */
function faultsBetween(values: Partial<Values>): Fault[] {
  const faults: Fault[] = [];
  const wrong = (key: Key, fault: string) => faults.push({ key, fault });
  const production = values.NODE_ENV === 'production';

  if (values.METRICS_PORT !== undefined && values.METRICS_PORT === values.PORT)
    wrong('METRICS_PORT', 'is the same as PORT: choose another one');
  if (values.DATA_DIR !== undefined && !mayBeFolder(values.DATA_DIR))
    wrong('DATA_DIR', 'is a file or lies below one: name a folder');
  if (values.TRELLIS_STORAGE === 'memory' && values.DATABASE_URL)
    wrong('TRELLIS_STORAGE', 'is memory although DATABASE_URL is set: leave one of them out');

  togetherOrNot(['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET']);
  togetherOrNot(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  togetherOrNot(['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT']);
  if (values.VAPID_PUBLIC_KEY && values.VAPID_PRIVATE_KEY)
    if (publicKeyOf(values.VAPID_PRIVATE_KEY) !== values.VAPID_PUBLIC_KEY)
      wrong(
        'VAPID_PUBLIC_KEY',
        'is not that of VAPID_PRIVATE_KEY: take both from one `npm run push:keys`',
      );
  for (const key of ['GOOGLE_STAND_IN', 'PUSH_STAND_IN'] as const) {
    const standIn = values[key];
    if (!standIn) continue;
    if (production) wrong(key, 'is for tests: leave it out in production');
    else if (!isLoopback(new URL(standIn).hostname))
      wrong(key, 'is not on this machine: use a loopback host');
  }
  if (values.OIDC_ISSUER?.startsWith('http:')) {
    if (production || !isLoopback(new URL(values.OIDC_ISSUER).hostname))
      wrong(
        'OIDC_ISSUER',
        'is not https: only a provider on this machine may go without, in tests',
      );
  }

  if (production) {
    if ('SESSION_SECRET' in values && !values.SESSION_SECRET)
      wrong('SESSION_SECRET', 'is missing: set it to the output of `openssl rand -hex 32`');
    if ('PUBLIC_URL' in values) {
      if (!values.PUBLIC_URL)
        wrong('PUBLIC_URL', 'is missing: set it to the https address that players open');
      else if (
        !values.PUBLIC_URL.startsWith('https:') &&
        !isLoopback(new URL(values.PUBLIC_URL).hostname)
      )
        wrong('PUBLIC_URL', 'is not https: production needs it, except on a loopback host');
    }
    if (values.TRELLIS_STORAGE === 'memory')
      wrong('TRELLIS_STORAGE', 'is memory, which forgets everything: leave it out in production');
    if ('DEMO_SIGN_IN' in values && values.DEMO_SIGN_IN !== 'on' && !namesProvider(values))
      wrong(
        'GOOGLE_CLIENT_ID',
        'is missing, as is every other way to sign in: set Google’s or the OIDC variables, or DEMO_SIGN_IN=on',
      );
  }
  return faults;

  function togetherOrNot(keys: readonly Key[]) {
    const missing = keys.filter((key) => key in values && values[key] === undefined);
    if (missing.length === keys.length) return;
    for (const key of missing)
      wrong(key, `is missing although ${keys.filter((each) => each !== key).join(' or ')} is set`);
  }
}

function hasProvider(values: Partial<Values>): boolean {
  return Boolean(values.GOOGLE_CLIENT_ID ?? values.OIDC_ISSUER);
}

/** As `hasProvider`, but one that is set wrongly counts: it has been named already. */
function namesProvider(values: Partial<Values>): boolean {
  const keys: Key[] = ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'OIDC_ISSUER'];
  return keys.some((key) => !(key in values) || values[key] !== undefined);
}

function mayBeFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  } catch {
    return false; // a part of the path is no folder, or may not be entered
  }
}

/** As `keptSecret`, but a folder that cannot be used is a fault of the configuration like any other. */
function secretIn(dataDir: string): string {
  try {
    return keptSecret(dataDir);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const fault = `cannot be made or written (${String(error.code)}): name a folder of yours`;
    throw new ConfigurationError([{ key: 'DATA_DIR', fault }]);
  }
}
