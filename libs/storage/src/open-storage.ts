import { relative } from 'node:path';
import type { PresetOf } from '@trellis/facade';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { keepTidy } from './keep-tidy.js';
import { PgJournal } from './pg-journal.js';
import { PgPersonalData } from './pg-personal-data.js';
import { PgResults } from './pg-results.js';
import { openPostgres, type PostgresClient } from './postgres-client.js';
import { PrismaAftermath } from './prisma-aftermath.js';
import { PrismaChatLines } from './prisma-chat-lines.js';
import { PrismaClubStore } from './prisma-club-store.js';
import { PrismaForum } from './prisma-forum.js';
import { PrismaJustice } from './prisma-justice.js';
import { PrismaLedger } from './prisma-ledger.js';
import { PrismaPeople } from './prisma-people.js';
import { PrismaNotices } from './prisma-notices.js';
import { PrismaPaintResults } from './prisma-paint-results.js';
import { PrismaPlayers } from './prisma-players.js';
import { PrismaTokens } from './prisma-tokens.js';
import { PrismaTallies } from './stored-tallies.js';
import type { Storage } from './storage.js';

export interface StorageOptions {
  /** A real Postgres; without it the embedded one in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly presetOf: PresetOf;
  readonly onProgress?: (line: string) => void;
  /** The embedded database broke while it ran. The club should end and be started again. */
  readonly onFailure?: (error: Error) => void;
}

const statementTimeoutMs = 15_000;
/**
 * A process that stands still, or is cut off, within a transaction holds what it has locked. Its tables are others' when its lease is
 * over, and they must be able to write then.
 */
const idleInTransactionMs = 3_000;

/** Opens the club's database and brings it up to date. Rejects with a sentence for the operator. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { databaseUrl, presetOf, onProgress = () => {} } = options;
  if (databaseUrl) {
    const name = `Postgres at ${placeOf(databaseUrl)}`;
    const client = await openPostgres({
      url: databaseUrl,
      name,
      connections: 10,
      statementTimeoutMs,
      idleInTransactionMs,
      shared: true,
      onProgress,
    });
    return storageOver(client, name, presetOf, () => client.close());
  }
  return openEmbedded(options);
}

async function openEmbedded(options: StorageOptions): Promise<Storage> {
  const { dataDir, presetOf, onProgress = () => {}, onFailure } = options;
  const name = `embedded Postgres in ${shortPath(dataDir)}`;
  onProgress(`Opening the ${name}`);
  const server = await startEmbeddedPostgres({ dataDir, onFailure });
  const client = await openOn(server, name, onProgress);
  const stopTidying = keepTidy(client.prisma);
  return storageOver(client, name, presetOf, async () => {
    await stopTidying();
    await client.close();
    await server.stop();
  });
}

async function openOn(
  server: EmbeddedPostgres,
  name: string,
  onProgress: (line: string) => void,
): Promise<PostgresClient> {
  try {
    const url = server.url;
    return await openPostgres({ url, name, connections: 4, shared: false, onProgress });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function storageOver(
  { prisma, pool, sql, ping }: PostgresClient,
  describe: string,
  presetOf: PresetOf,
  close: () => Promise<void>,
): Storage {
  const journal = new PgJournal(sql, prisma);
  return {
    journal,
    load: () => ({
      ...journal.written,
      connections: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    results: new PgResults(sql, prisma),
    players: new PrismaPlayers(prisma),
    tokens: new PrismaTokens(prisma),
    personalData: new PgPersonalData(sql),
    chatLines: new PrismaChatLines(prisma),
    forum: new PrismaForum(prisma),
    people: new PrismaPeople(prisma),
    notices: new PrismaNotices(prisma),
    justice: new PrismaJustice(prisma),
    aftermath: new PrismaAftermath(prisma),
    paintResults: new PrismaPaintResults(prisma),
    clubStore: new PrismaClubStore(prisma, presetOf),
    ledger: new PrismaLedger(prisma),
    tallies: new PrismaTallies(prisma),
    describe,
    ping,
    close,
  };
}

/** Host, port and database of an address; neither user nor password. */
function placeOf(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error('DATABASE_URL is not an address like postgresql://user:password@host:5432/db.');
  }
  return `${url.host}${url.pathname}`;
}

function shortPath(folder: string): string {
  const short = relative(process.cwd(), folder);
  return short.startsWith('..') ? folder : `./${short}`;
}
