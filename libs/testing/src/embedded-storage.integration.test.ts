import { startEmbeddedPostgres, type EmbeddedPostgres } from '@trellis/storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('nothing changes or removes an entry of the audit log', async () => {
  const { justice } = await database.empty();
  await database.storage.players.signIn(
    { issuer: 'test', subject: 'ann', firstName: 'Ann', lastName: 'Lee' },
    ...(['ann', 1_000] as const),
  );
  await justice.setArbiter('ann', true, { origin: 'operator', by: null, at: 1 }, 'Elected');
  for (const sql of [
    `UPDATE audit_entry SET reason = 'x'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ])
    await expect(database.query(sql)).rejects.toThrow(/append-only/);
  expect(await justice.audit(1e9)).toHaveLength(1);
});
