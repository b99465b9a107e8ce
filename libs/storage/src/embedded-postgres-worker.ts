import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFolder, durableStartParams } from './durable-folder.js';
import { TurnServer } from './turn-server.js';

/** What `embedded-postgres.ts` says to this thread. */
export interface WorkerOrders {
  /** Undefined: in memory, for tests. */
  readonly folder: string | undefined;
}

/** What this thread says back. */
export type WorkerReport = { readonly port: number } | { readonly stopped: true };

const { folder } = workerData as WorkerOrders;
const database = await PGlite.create(
  folder === undefined
    ? {}
    : { fs: new DurableFolder(folder), startParams: durableStartParams(PGlite) },
);
const server = new TurnServer(database, (error) => {
  // Ends the thread: the club hears of it by the worker's 'error' event.
  setImmediate(() => {
    throw error;
  });
});
const port = await server.start();
report({ port });

parentPort?.once('message', async () => {
  await server.stop();
  await database.close();
  report({ stopped: true });
  parentPort?.close();
});

function report(message: WorkerReport): void {
  parentPort?.postMessage(message);
}
