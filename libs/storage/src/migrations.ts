import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { openSchemaEngine } from './schema-engine.js';

/** The repository's folder `prisma`: the schema and the migrations that lead to it. */
export const prismaFolder = fileURLToPath(new URL('../../../prisma/', import.meta.url));

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Brings a database to the newest migration, as `prisma migrate deploy` does, in the same table and
 * with the same checksums. Returns the names of those applied now; none when it was up to date.
 */
export async function applyMigrations(
  database: SqlMigrationAwareDriverAdapterFactory,
  folder = prismaFolder,
): Promise<readonly string[]> {
  const engine = await openSchemaEngine(database, await readSchema(folder));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(folder),
      filters: noFilters,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/**
 * The SQL that the migrations lack to lead to `schema.prisma`; empty when they agree. Replays the
 * migrations on the factory's shadow database.
 */
export async function missingMigration(
  shadow: SqlMigrationAwareDriverAdapterFactory,
  folder = prismaFolder,
): Promise<string> {
  const schema = await readSchema(folder);
  const engine = await openSchemaEngine(shadow, schema);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations(folder)) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    engine.free();
  }
}

/** Writes what is missing as a new migration folder. Returns its name, or undefined when nothing is missing. */
export async function createMigration(
  name: string,
  now: Date,
  shadow: SqlMigrationAwareDriverAdapterFactory,
  folder = prismaFolder,
): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(`A migration is named in lower case with underscores, not "${name}".`);
  }
  const sql = await missingMigration(shadow, folder);
  if (!sql) return undefined;
  const timestamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const directory = `${timestamp}_${name}`;
  await mkdir(join(folder, 'migrations', directory), { recursive: true });
  await writeFile(join(folder, 'migrations', directory, 'migration.sql'), sql);
  return directory;
}

async function readSchema(folder: string) {
  const path = join(folder, 'schema.prisma');
  return { path, content: await readFile(path, 'utf8') };
}

/** The folder's migrations as the schema engine takes them. */
export async function readMigrations(folder: string) {
  const baseDir = join(folder, 'migrations');
  const directories = (await readdir(baseDir, { withFileTypes: true }))
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)
    .sort();
  const lockfile = 'migration_lock.toml';
  return {
    baseDir,
    lockfile: { path: lockfile, content: await readFile(join(baseDir, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      directories.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
