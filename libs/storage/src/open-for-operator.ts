import { existsSync } from 'node:fs';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { openPostgres } from './postgres-client.js';
import { BackupRefused, readBackup, writeBackup, type BackupReport } from './backup.js';
import type pg from 'pg';

export interface DatabasePlace {
  /** A real Postgres; without it the embedded one in `dataDir`, while the club is stopped. */
  readonly databaseUrl?: string;
  /** Undefined: in memory, for tests. */
  readonly dataDir: string | undefined;
}

/** Rejects with a sentence for the operator, as `restore` does. */
export async function backUp(place: DatabasePlace, file: string): Promise<BackupReport> {
  const { databaseUrl, dataDir } = place;
  // Opening it would make one.
  if (!databaseUrl && dataDir !== undefined && !existsSync(dataDir))
    throw new BackupRefused(
      `There is no club in ${dataDir}. DATA_DIR or DATABASE_URL says where it is.`,
    );
  return withPool(place, (pool) => writeBackup(pool, file));
}

export const restore = (place: DatabasePlace, file: string): Promise<BackupReport> =>
  withPool(place, (pool) => readBackup(pool, file));

async function withPool<T>(
  { databaseUrl, dataDir }: DatabasePlace,
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const server = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir });
  try {
    const client = await openPostgres({
      url: databaseUrl ?? server!.url,
      name: databaseUrl ? 'the database of DATABASE_URL' : `the database in ${dataDir}`,
      connections: 2,
      shared: Boolean(databaseUrl),
      onProgress: () => {},
    });
    try {
      return await work(client.pool);
    } finally {
      await client.close();
    }
  } finally {
    await server?.stop();
  }
}
