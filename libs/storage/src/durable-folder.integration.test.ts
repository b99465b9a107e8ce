import type * as fs from 'node:fs';
import { fsyncSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, test, vi } from 'vitest';
import { DurableFolder, durableStartParams } from './durable-folder.js';

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, fsyncSync: vi.fn(real.fsyncSync) };
});

test('a commit is written through to the disk, reading is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-durable-'));
  const database = await PGlite.create({
    fs: new DurableFolder(folder),
    startParams: durableStartParams(PGlite),
  });
  try {
    await database.exec('CREATE TABLE note (text text)');
    const flushes = vi.mocked(fsyncSync).mock.calls;
    for (let commit = 0; commit < 5; commit++) {
      const before = flushes.length;
      await database.exec(`INSERT INTO note VALUES ('x')`);
      expect(flushes.length).toBeGreaterThan(before);
    }
    const before = flushes.length;
    await database.query('SELECT * FROM note');
    await database.query('SELECT * FROM note');
    expect(flushes.length).toBe(before);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
