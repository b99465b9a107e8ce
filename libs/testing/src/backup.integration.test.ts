import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp, restore, startEmbeddedPostgres, type EmbeddedPostgres } from '@trellis/storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './contracts/database.js';
import { anEnding, anEntry, signIn } from './endings.js';

let folder: string;
let servers: EmbeddedPostgres[];
let from: TestDatabase;
let to: TestDatabase;
const place = (at: number) => ({ databaseUrl: servers[at]!.url, dataDir: undefined });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trellis-backup-'));
  servers = [
    await startEmbeddedPostgres({ dataDir: undefined }),
    await startEmbeddedPostgres({ dataDir: undefined }),
  ];
  from = await testDatabase(servers[0]!.url);
  to = await testDatabase(servers[1]!.url);
  await aClub(from);
});
afterAll(async () => {
  for (const database of [from, to]) await database.close();
  for (const server of servers) await server.stop();
  await rm(folder, { recursive: true });
});

/** People, rated games, talk, and a table in the middle of its game. */
async function aClub({ storage }: TestDatabase): Promise<void> {
  await signIn(storage.players, 'ann');
  await signIn(storage.players, 'bob');
  for (let game = 1; game <= 3; game++) {
    const ending = anEnding(`g${game}`, ['ann', 'bob']);
    await storage.journal.append(ending.tableId, [anEntry(1)]);
    await storage.results.finish(ending);
  }
  const many = Array.from({ length: 700 }, (_, index) => anEntry(index + 1, `"ё\\ ${index}`));
  await storage.journal.append('in the middle', many);
  await storage.journal.beat('a node', 123_456);
}

async function everything({ query }: TestDatabase): Promise<unknown> {
  const tables = await query(
    `SELECT tablename AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  const rows = tables.map(async ({ name }) => [
    name,
    await query(`SELECT row_to_json(each)::text AS row FROM "${String(name)}" AS each ORDER BY 1`),
  ]);
  return Promise.all(rows);
}

test('a restored club equals the original, and goes on', async () => {
  const file = join(folder, 'club');
  const saved = await backUp(place(0), file);
  expect(saved.rows).toBeGreaterThan(700);
  await to.empty();
  expect(await restore(place(1), file)).toEqual(saved);
  expect(await everything(to)).toEqual(await everything(from));
  expect(await to.storage.clubStore.snapshot()).toEqual(await from.storage.clubStore.snapshot());
  expect(await to.storage.journal.read('in the middle')).toHaveLength(700);
  const ending = anEnding('g4', ['bob', 'ann']);
  await to.storage.journal.append(ending.tableId, [anEntry(1)]);
  const { record } = await to.storage.results.finish(ending);
  expect(record.ordinal).toBeGreaterThan((await to.storage.clubStore.game('g3'))!.ordinal);
});

describe('refused, and nothing is changed', () => {
  test('a backup over another one', async () => {
    const file = join(folder, 'kept');
    await writeFile(file, 'kept');
    await expect(backUp(place(0), file)).rejects.toThrow(/never overwrites/);
    expect(await readFile(file, 'utf8')).toBe('kept');
  });

  test('a backup of a folder without a club, which is not made', async () => {
    const dataDir = join(folder, 'nowhere');
    await expect(backUp({ dataDir }, join(folder, 'nothing'))).rejects.toThrow(/no club/);
    await expect(access(dataDir)).rejects.toThrow();
  });

  test('a restore over a club', async () => {
    const file = join(folder, 'over');
    await backUp(place(0), file);
    const before = await everything(from);
    await expect(restore(place(0), file)).rejects.toThrow(/already/);
    expect(await everything(from)).toEqual(before);
  });

  test.each([
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2), /damaged/],
    ['no gzip', () => Buffer.from('hello'), /damaged/],
    ['without its end', (whole: Buffer) => lines(whole, (all) => all.slice(0, -1)), /damaged/],
    ['a row missing', (whole: Buffer) => lines(whole, (all) => all.toSpliced(-3, 1)), /damaged/],
    [
      'a letter changed',
      (whole: Buffer) => lines(whole, (all) => all.map((each) => each.replace('Ann', 'Ana'))),
      /damaged/,
    ],
    ['of another program', () => gzipSync('{"format":"tar"}\n'), /no backup/],
    [
      'of another version',
      (whole: Buffer) =>
        lines(whole, (all) => all.map((each) => each.replace('first_evening', 'zeroth'))),
      /another version/,
    ],
  ] as const)('a file that is %s', async (_what, spoil, words) => {
    const [whole, file] = [join(folder, `whole-${_what}`), join(folder, `spoilt-${_what}`)];
    await backUp(place(0), whole);
    await writeFile(file, spoil(await readFile(whole)));
    await to.empty();
    const before = await everything(to);
    await expect(restore(place(1), file)).rejects.toThrow(words);
    expect(await everything(to)).toEqual(before);
  });

  test('a file that is not there', async () => {
    await to.empty();
    await expect(restore(place(1), join(folder, 'none'))).rejects.toThrow(/is not there/);
  });
});

function lines(whole: Buffer, change: (all: string[]) => string[]): Buffer {
  const all = gunzipSync(whole).toString().trimEnd().split('\n');
  return gzipSync(`${change(all).join('\n')}\n`);
}
