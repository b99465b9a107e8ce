import { afterAll, beforeAll } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded-postgres.js';
import { openPostgres, type PostgresClient } from '../postgres-client.js';

/** Connections to an embedded database in memory, for the tests of one file. Ask for them within a test. */
export function embeddedClient(): () => PostgresClient {
  let server: EmbeddedPostgres;
  let client: PostgresClient;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir: undefined });
    client = await openPostgres({
      ...{ url: server.url, name: 'test', connections: 4, shared: false },
      onProgress() {},
    });
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });
  return () => client;
}
