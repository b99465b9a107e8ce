import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { isMigrated } from './is-migrated.js';
import { prismaFolder } from './migrations.js';
import { openPostgres } from './postgres-client.js';

test('a database is migrated when it says so of every migration as it stands, and in no other case', async () => {
  const server = await startEmbeddedPostgres({ dataDir: undefined });
  const folder = mkdtempSync(join(tmpdir(), 'trellis-prisma-'));
  const pool = new pg.Pool({ connectionString: server.url, max: 1 });
  const isDone = () => isMigrated(pool, folder);
  try {
    cpSync(prismaFolder, folder, { recursive: true });
    expect(await isDone()).toBe(false);
    const options = {
      url: server.url,
      name: 'test',
      connections: 2,
      shared: false,
      onProgress() {},
    };
    await (await openPostgres(options)).close();
    expect(await isDone()).toBe(true);

    await pool.query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect(await isDone()).toBe(false);
    await pool.query('UPDATE _prisma_migrations SET rolled_back_at = NULL');
    expect(await isDone()).toBe(true);

    cpSync(join(folder, 'migrations'), join(folder, 'more'), { recursive: true });
    const extra = join(folder, 'migrations', '20990101000000_later');
    cpSync(join(folder, 'more'), extra, { recursive: true });
    writeFileSync(join(extra, 'migration.sql'), 'SELECT 1;');
    expect(await isDone()).toBe(false);
    rmSync(extra, { recursive: true });

    await pool.query(`UPDATE _prisma_migrations SET checksum = 'another'`);
    expect(await isDone()).toBe(false);
  } finally {
    await pool.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
