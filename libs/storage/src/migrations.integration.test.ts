import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMigration, missingMigration, prismaFolder } from './migrations.js';
import { withShadowDatabase } from './shadow-database.js';

test('the migrations lead to schema.prisma', async () => {
  expect(await withShadowDatabase((shadow) => missingMigration(shadow))).toBe('');
});

test('a change of the schema becomes a migration, and then they agree again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-prisma-'));
  try {
    cpSync(prismaFolder, folder, { recursive: true });
    const schema = join(folder, 'schema.prisma');
    const changed = readFileSync(schema, 'utf8').replace(
      '@@map("heartbeat")',
      'note String?\n\n  @@map("heartbeat")',
    );
    writeFileSync(schema, changed);
    const now = new Date('2030-01-02T03:04:05Z');
    const name = await withShadowDatabase(async (shadow) => {
      await expect(createMigration('../x', now, shadow, folder)).rejects.toThrow('lower case');
      return createMigration('name_the_node', now, shadow, folder);
    });
    expect(name).toBe('20300102030405_name_the_node');
    expect(readdirSync(join(folder, 'migrations'))).toContain(name);
    const sql = readFileSync(join(folder, 'migrations', name ?? '', 'migration.sql'), 'utf8');
    expect(sql).toContain('ALTER TABLE "heartbeat" ADD COLUMN     "note" TEXT');
    expect(await withShadowDatabase((shadow) => missingMigration(shadow, folder))).toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
