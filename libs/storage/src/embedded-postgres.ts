import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerOrders, WorkerReport } from './embedded-postgres-worker.js';
import { lockFolder, portOfHolder, tellPort } from './folder-lock.js';

export interface EmbeddedPostgres {
  /** A connection string for any client of Postgres; loopback only. */
  readonly url: string;
  /** Flushes everything and lets go of the folder. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Where the club keeps its files; undefined: in memory, for tests. */
  readonly dataDir: string | undefined;
  /** The database broke while it ran; what it had acknowledged is on disk, and a new start finds it. */
  readonly onFailure?: (error: Error) => void;
}

/**
 * A real Postgres (PGlite) without anything to install. It runs in a thread of its own, because its
 * work in the club's thread would stop every timer and socket while writers overlap.
 *
 * @throws FolderInUse when another process has the folder open.
 */
export async function startEmbeddedPostgres({
  dataDir,
  onFailure = () => {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (dataDir === undefined) return startWorker({ folder: undefined }, () => {}, onFailure);
  const folder = join(resolve(dataDir), 'postgres');
  mustBeWritable(dataDir, folder);
  const unlock = lockFolder(folder);
  try {
    const { port, ...server } = await startWorker({ folder }, unlock, onFailure);
    tellPort(folder, port);
    return server;
  } catch (error) {
    unlock();
    throw new Error(`The database in ${folder} does not start: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function mustBeWritable(dataDir: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(resolve(dataDir), constants.W_OK | constants.X_OK);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `The club cannot write to ${resolve(dataDir)} (DATA_DIR): ${messageOf(error)}`,
      { cause: error },
    );
  }
}

async function startWorker(
  orders: WorkerOrders,
  unlock: () => void,
  onFailure: (error: Error) => void,
): Promise<EmbeddedPostgres & { readonly port: number }> {
  const worker = new Worker(workerEntry(), { workerData: orders });
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('Its thread ended.')));
  });
  worker.removeAllListeners();
  worker.on('error', (error) => {
    unlock();
    onFailure(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    port,
    url: urlOf(port),
    async stop() {
      const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      const stopped = new Promise<WorkerReport>((resolve) => worker.once('message', resolve));
      worker.postMessage('stop');
      await Promise.race([stopped, exited]);
      await worker.terminate();
      unlock();
    },
  };
}

/** The embedded database that a running club has open in this folder; undefined when none does. */
export function runningPostgres(dataDir: string): string | undefined {
  const port = portOfHolder(join(resolve(dataDir), 'postgres'));
  return port === undefined ? undefined : urlOf(port);
}

/** All who connect share one session: as behind a pooler, they keep nothing in it (`hasOwnSessions`). */
const urlOf = (port: number) => `postgresql://postgres@127.0.0.1:${port}/postgres?pgbouncer=true`;

/** A thread runs compiled code only; tests run from the sources, next to which it lies in `dist`. */
function workerEntry(): URL {
  return new URL('../dist/embedded-postgres-worker.js', import.meta.url);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
