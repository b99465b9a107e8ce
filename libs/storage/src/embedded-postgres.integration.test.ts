import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { openStorage } from './open-storage.js';

const writer = fileURLToPath(new URL('testing/writer.mjs', import.meta.url));
const presetOf = () => 'own';
/** In ms: each start of the embedded database takes seconds of processor, more on a busy machine. */
const startsMany = 180_000;

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trellis-data-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('one folder', () => {
  test(
    'kill -9 in the middle of appending: every acknowledged entry is there, and the lock is taken over',
    async () => {
      const acknowledged = new Map<string, number>();
      for (const run of ['first', 'second']) {
        const child = spawn(process.execPath, [writer, dataDir, run], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (said.length > 3_000) child.kill('SIGKILL');
        });
        onTestFinished(() => void child.kill('SIGKILL'));
        await once(child, 'close');
        for (const [, table = '', seq] of said.matchAll(/^(\S+) (\d+)$/gm)) {
          acknowledged.set(table, Number(seq));
        }
      }
      expect(acknowledged.size).toBe(20);
      const storage = await openStorage({ dataDir, presetOf });
      try {
        for (const [table, last] of acknowledged) {
          const seqs = (await storage.journal.read(table)).map(({ seq }) => seq);
          expect(seqs.length).toBeGreaterThanOrEqual(last);
          expect(seqs).toEqual(seqs.map((_, index) => index + 1));
        }
      } finally {
        await storage.close();
      }
    },
    startsMany,
  );

  test('two openers: the second one hears who has it', async () => {
    const storage = await openStorage({ dataDir, presetOf });
    try {
      expect(storage.describe).toBe(`embedded Postgres in ${dataDir}`);
      await expect(openStorage({ dataDir, presetOf })).rejects.toThrow(
        `in use by process ${process.pid}`,
      );
      await storage.ping();
    } finally {
      await storage.close();
    }
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false);
  });

  test('a folder that cannot be written is refused with its name', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    await expect(openStorage({ dataDir: join(file, 'data'), presetOf })).rejects.toThrow(
      `cannot write to ${join(file, 'data')}`,
    );
  });
});

describe('many connections', () => {
  let server: EmbeddedPostgres;
  let pool: pg.Pool;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir: undefined });
    pool = new pg.Pool({ connectionString: server.url, max: 8 });
    pool.on('error', () => {});
  });
  afterAll(async () => {
    await pool.end();
    await server.stop();
  });

  test('long parameters of one connection never meet another’s statement', async () => {
    const long = 'x'.repeat(2_000_000);
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const [sql, parameter] =
          index % 2 ? ['odd' as const, ''] : (['even' as const, long] as const);
        const { rows } = await pool.query(
          sql === 'odd'
            ? `SELECT 'odd' AS kind, $1::int AS number, length($2::text) AS length`
            : `SELECT 'even' AS kind, $1::int AS number, length($2::text) AS length`,
          [index, parameter],
        );
        expect(rows).toEqual([{ kind: sql, number: index, length: parameter.length }]);
      }),
    );
  });

  test('a transaction has the backend to itself', async () => {
    await pool.query('CREATE TABLE counter (value int)');
    await pool.query('INSERT INTO counter VALUES (0)');
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const client = await pool.connect();
        await client.query('BEGIN');
        const { rows } = await client.query<{ value: number }>('SELECT value FROM counter');
        await client.query('UPDATE counter SET value = $1', [(rows[0]?.value ?? 0) + 1]);
        await client.query('COMMIT');
        client.release();
      }),
    );
    expect((await pool.query('SELECT value FROM counter')).rows).toEqual([{ value: 20 }]);
  });

  test('a connection that dies in its transaction takes it back, and the others go on', async () => {
    await pool.query('CREATE TABLE note (text text)');
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO note VALUES ('never')`);
    client.release(true);
    expect((await pool.query('SELECT * FROM note')).rows).toEqual([]);
  });

  test('an error in a statement is only that', async () => {
    await expect(pool.query('SELECT * FROM nowhere WHERE a = $1', [1])).rejects.toThrow('nowhere');
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('a database that is not there', () => {
  test('is named, without its password', async () => {
    const databaseUrl = 'postgresql://ann:secret@127.0.0.1:1/club';
    const opening = openStorage({ databaseUrl, dataDir, presetOf });
    await expect(opening).rejects.toThrow(/^Cannot use Postgres at 127\.0\.0\.1:1\/club: .*ECONN/);
    await expect(opening).rejects.not.toThrow('secret');
  });

  test('an address that is none is refused', async () => {
    await expect(openStorage({ databaseUrl: 'mysql://x', dataDir, presetOf })).rejects.toThrow(
      'DATABASE_URL',
    );
  });
});
