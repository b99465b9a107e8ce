import { openStorage, type Storage } from '@trellis/storage';
import pg from 'pg';
import { presetOfTest } from './club-store-contract.js';

/** One database for many tests: emptied between them, which takes milliseconds where a new one takes seconds. */
export interface TestDatabase {
  readonly storage: Storage;
  /** Removes everything but the tables themselves. */
  empty(): Promise<Storage>;
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

export async function testDatabase(url: string): Promise<TestDatabase> {
  const storage = await openStorage({ databaseUrl: url, dataDir: '', presetOf: presetOfTest });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // The server may be stopped before the pool has closed its connection.
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  const tables = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  // For a few rows faster than TRUNCATE; without foreign keys the order does not matter.
  const removeAll = [
    'BEGIN',
    'SET LOCAL session_replication_role = replica',
    ...tables.rows.map(({ name }) => `DELETE FROM ${name}`),
    'COMMIT',
  ].join(';');
  return {
    storage,
    async empty() {
      await pool.query(removeAll);
      return storage;
    },
    query: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
    async close() {
      await pool.end();
      await storage.close();
    },
  };
}
