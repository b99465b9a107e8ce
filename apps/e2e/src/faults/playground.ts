import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, startEmbeddedPostgres } from '@trellis/storage';
import { howToGetPostgres, temporaryPostgres } from '@trellis/testing';
import { ClubProcess } from '../harness/club-process.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { readKept, rememberEntries, type Kept } from './kept.js';

/** A club to be hurt, and what its database kept. */
export interface Playground {
  readonly club: {
    readonly url: string;
    /** SIGKILL: no goodbye. */
    kill(): Promise<void>;
    /** Resolves when the club is open again. */
    start(): Promise<unknown>;
  };
  /** To be asked when the people have stopped; afterwards the club may not be started again. */
  kept(): Promise<Kept>;
  remove(): Promise<void>;
}

/** The club without pages on a real Postgres: a kill and a start take some tenths of a second. */
export async function quickPlayground(bug?: PlantedBug): Promise<Playground> {
  // Processes die here, the machine does not: nothing need be written through to the disk.
  const postgres = await temporaryPostgres({ durable: false });
  if (!postgres) throw new Error(howToGetPostgres);
  const club = await QuickClubProcess.start({ databaseUrl: postgres.url, bug });
  await rememberEntries(postgres.url);
  return {
    club,
    kept: () => readKept(postgres.url),
    async remove() {
      await club.remove();
      await postgres.stop();
    },
  };
}

/** The club as `npm start` runs it: pages, and the database in its own process. */
export async function wholePlayground(): Promise<Playground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'trellis-club-'));
  await rememberInFolder(dataDir);
  const club = await ClubProcess.start({
    dataDir,
    env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' },
  });
  return {
    club,
    async kept() {
      await club.stop();
      return keptInFolder(dataDir);
    },
    remove: () => club.remove(),
  };
}

/** `rememberEntries` for a new embedded database. */
export async function rememberInFolder(dataDir: string): Promise<void> {
  const storage = await openStorage({ dataDir, presetOf: () => 'own' });
  await storage.close();
  await inFolder(dataDir, rememberEntries);
}

/** `readKept` for the embedded database of a club that is stopped. */
export function keptInFolder(dataDir: string): Promise<Kept> {
  return inFolder(dataDir, readKept);
}

async function inFolder<T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
