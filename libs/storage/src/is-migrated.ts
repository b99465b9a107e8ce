import { createHash } from 'node:crypto';
import type pg from 'pg';
import { readMigrations } from './migrations.js';

/**
 * True when the database says that exactly the folder's migrations were applied, each as it stands
 * there. Asks in one query what the schema engine would take a second of processor time to find out;
 * whatever is in doubt is left to the engine.
 */
export async function isMigrated(pool: pg.Pool, folder: string): Promise<boolean> {
  const { rows: tables } = await pool.query<{ known: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known`,
  );
  if (!tables[0]?.known) return false;
  const { rows } = await pool.query<{ name: string; checksum: string; applied: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AND rolled_back_at IS NULL AS applied
     FROM _prisma_migrations`,
  );
  const { migrationDirectories } = await readMigrations(folder);
  const wanted = new Map(
    migrationDirectories.map(({ path, migrationFile: { content } }) => [
      path,
      createHash('sha256').update(content.value).digest('hex'),
    ]),
  );
  return (
    rows.length === wanted.size &&
    rows.every(({ name, checksum, applied }) => applied && wanted.get(name) === checksum)
  );
}
