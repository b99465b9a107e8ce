import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/prisma/client.js';
import { isMigrated } from './is-migrated.js';
import { applyMigrations, prismaFolder } from './migrations.js';
import { SqlPool } from './sql.js';

export interface PostgresClient {
  readonly prisma: PrismaClient;
  /** The same connections without Prisma, for what is done at every move. */
  readonly pool: pg.Pool;
  readonly sql: SqlPool;
  /** Rejects when the database does not answer in time. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  readonly url: string;
  /** How people call this database, without its password. */
  readonly name: string;
  readonly connections: number;
  /** After how many ms the server gives up a statement; undefined where it cannot (the embedded one). */
  readonly statementTimeoutMs?: number;
  /** After how many ms the server takes back a transaction in which it is asked nothing more; undefined where it cannot. */
  readonly idleInTransactionMs?: number;
  /** Whether other processes may migrate at the same time. */
  readonly shared: boolean;
  readonly onProgress: (line: string) => void;
}

const connectTimeoutMs = 5_000;
const pingTimeoutMs = 3_000;
/** Any number; all processes of the club use the same one. */
const migrationLock = 7_355_608;

/** Connects, migrates, and only then says that it is there. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresClient> {
  const pool = openPool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: options.idleInTransactionMs,
    application_name: 'trellis',
  });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  try {
    await mustAnswer(pool, options.name);
    if (!(await isMigrated(pool, prismaFolder))) await migrate(options);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    prisma,
    pool,
    sql: new SqlPool(pool, hasOwnSessions(options.url)),
    async ping() {
      await withTimeout(pool.query('SELECT 1'), pingTimeoutMs);
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * Whether each connection has a session of its own, in which statements can be kept. A pooler in between that gives none says so in
 * its address, as with Prisma: https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/pgbouncer
 */
function hasOwnSessions(url: string): boolean {
  return new URL(url).searchParams.get('pgbouncer') !== 'true';
}

/** Without listeners a connection that breaks while idle, or while it is being closed, would end the process. */
function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => {}); // idle: replaced at the next query
  pool.on('connect', (connection) => connection.on('error', () => {})); // closing: nobody needs it any more
  return pool;
}

async function mustAnswer(pool: pg.Pool, name: string): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    throw new Error(`Cannot use ${name}: ${reasonOf(error)}`, { cause: error });
  }
}

/** On connections of its own: the schema engine leaves a lock on its one, which only its end gives back. */
async function migrate({ url, shared, name, onProgress }: PostgresOptions) {
  const pool = openPool({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs });
  const turn = shared ? await pool.connect() : undefined;
  try {
    // Of several processes that start together one migrates and the others find it done.
    await turn?.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const applied = await applyMigrations(new PrismaPg(pool));
    for (const migration of applied) onProgress(`Applied migration ${migration}`);
  } catch (error) {
    throw new Error(`The migrations do not fit ${name}: ${reasonOf(error)}`, { cause: error });
  } finally {
    turn?.release();
    await pool.end();
  }
}

async function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer in ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** When a name has several addresses, Node's error has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
