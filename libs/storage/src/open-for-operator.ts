import { existsSync } from 'node:fs';
import type { Justice } from '@trellis/justice';
import type { Players } from '@trellis/players';
import { runningPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { openPostgres, type PostgresClient } from './postgres-client.js';
import { PrismaJustice } from './prisma-justice.js';
import { PrismaPlayers } from './prisma-players.js';
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
  if (!databaseUrl && dataDir !== undefined) mustBeThere(dataDir);
  return withPool(place, (pool) => writeBackup(pool, file));
}

export const restore = (place: DatabasePlace, file: string): Promise<BackupReport> =>
  withPool(place, (pool) => readBackup(pool, file));

/** What an operator decides of players with. */
export interface OperatorsClub {
  readonly players: Players;
  readonly justice: Justice;
}

/** The club's players, also those of a club that runs: its processes look for what is decided here. */
export function withPlayers<T>(
  place: DatabasePlace,
  work: (club: OperatorsClub) => Promise<T>,
): Promise<T> {
  const running =
    place.databaseUrl || place.dataDir === undefined ? undefined : runningPostgres(place.dataDir);
  const url = place.databaseUrl || running;
  const withClient = ({ prisma }: PostgresClient) =>
    work({ players: new PrismaPlayers(prisma), justice: new PrismaJustice(prisma) });
  if (!url && place.dataDir !== undefined) mustBeThere(place.dataDir);
  return url
    ? open(url, nameOf(place), Boolean(place.databaseUrl), withClient)
    : withEmbedded(place, withClient);
}

function withPool<T>(place: DatabasePlace, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const withClient = ({ pool }: PostgresClient) => work(pool);
  return place.databaseUrl
    ? open(place.databaseUrl, nameOf(place), true, withClient)
    : withEmbedded(place, withClient);
}

async function withEmbedded<T>(
  place: DatabasePlace,
  work: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  const server = await startEmbeddedPostgres({ dataDir: place.dataDir });
  try {
    return await open(server.url, nameOf(place), false, work);
  } finally {
    await server.stop();
  }
}

async function open<T>(
  url: string,
  name: string,
  shared: boolean,
  work: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  const client = await openPostgres({ url, name, connections: 2, shared, onProgress: () => {} });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const nameOf = ({ databaseUrl, dataDir }: DatabasePlace) =>
  databaseUrl ? 'the database of DATABASE_URL' : `the database in ${dataDir}`;

/** Opening it would make one. */
function mustBeThere(dataDir: string): void {
  if (!existsSync(dataDir))
    throw new BackupRefused(
      `There is no club in ${dataDir}. DATA_DIR or DATABASE_URL says where it is.`,
    );
}
