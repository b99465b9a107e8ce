import { PGlite } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** For authoring and checking migrations: an empty database in memory. Not for the club at run time. */
export async function withShadowDatabase<T>(
  use: (shadow: SqlMigrationAwareDriverAdapterFactory) => Promise<T>,
): Promise<T> {
  const database = await PGlite.create();
  try {
    return await use(new PrismaPGlite(database));
  } finally {
    await database.close();
  }
}
