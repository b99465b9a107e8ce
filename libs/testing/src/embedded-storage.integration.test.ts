import { startEmbeddedPostgres, type EmbeddedPostgres } from '@trellis/storage';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase, type TestDatabase } from './contracts/database.js';
import { storageContracts } from './contracts/storage-contracts.js';

let server: EmbeddedPostgres;
let database: TestDatabase;
beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: undefined });
  database = await testDatabase(server.url);
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

storageContracts('embedded Postgres', () => database.empty());
