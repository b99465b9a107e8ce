import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { SqlPool, type KeptStatement } from './sql.js';

let server: EmbeddedPostgres;
let pool: pg.Pool;
beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: undefined });
  pool = new pg.Pool({ connectionString: server.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const sum: KeptStatement = Object.freeze({ name: 'sum', text: 'SELECT $1::int + $2::int AS sum' });

async function keptNames(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM pg_prepared_statements WHERE name <> ''`,
  );
  return rows.map(({ name }) => name);
}

test('where connections share a session nothing is kept in it', async () => {
  const sql = new SqlPool(pool, false);
  expect((await sql.query(sum, [1, 2])).rows).toEqual([{ sum: 3 }]);
  expect(await keptNames()).toEqual([]);
});

test('a connection keeps a statement under its name, and asks it with other values and in a transaction', async () => {
  const sql = new SqlPool(pool, true);
  expect((await sql.query(sum, [1, 2])).rows).toEqual([{ sum: 3 }]);
  expect((await sql.query(sum, [3, 4])).rows).toEqual([{ sum: 7 }]);
  const both = await sql.transaction(async (transaction) => [
    ...(await transaction.query(sum, [5, 6])).rows,
    ...(await transaction.query('SELECT 1 AS one')).rows,
  ]);
  expect(both).toEqual([{ sum: 11 }, { one: 1 }]);
  expect(await keptNames()).toEqual(['sum']);
});
