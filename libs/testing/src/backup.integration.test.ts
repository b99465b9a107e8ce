import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp, restore, startEmbeddedPostgres, type Storage } from '@trellis/storage';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './contracts/database.js';
import { anEnding, anEntry, signIn } from './endings.js';
import { temporaryPostgres } from './temporary-postgres.js';

interface Place {
  readonly name: string;
  /** Two empty databases, and how to be rid of them. */
  readonly open: () => Promise<{ urls: readonly [string, string]; close: () => Promise<void> }>;
}

const places: readonly Place[] = [
  {
    name: 'the embedded database',
    async open() {
      const one = await startEmbeddedPostgres({ dataDir: undefined });
      const other = await startEmbeddedPostgres({ dataDir: undefined });
      const close = async () => void (await Promise.all([one.stop(), other.stop()]));
      return { urls: [one.url, other.url], close };
    },
  },
  {
    name: 'a Postgres server',
    async open() {
      const server = (await temporaryPostgres({ durable: false }))!;
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      for (const name of ['original', 'restored']) await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      const named = (name: string) => server.url.replace(/postgres$/, name);
      return { urls: [named('original'), named('restored')], close: () => server.stop() };
    },
  },
];

const found = await temporaryPostgres({ durable: false });
await found?.stop();

describe.each(places.filter(({ name }) => found ?? name.startsWith('the embedded')))(
  '$name',
  ({ open }) => {
    let folder: string;
    let opened: Awaited<ReturnType<Place['open']>>;
    let from: TestDatabase;
    let to: TestDatabase;
    const place = (at: 0 | 1) => ({ databaseUrl: opened.urls[at], dataDir: undefined });

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'trellis-backup-'));
      opened = await open();
      from = await testDatabase(opened.urls[0]);
      to = await testDatabase(opened.urls[1]);
      await aClub(from);
    });
    afterAll(async () => {
      for (const database of [from, to]) await database.close();
      await opened.close();
      await rm(folder, { recursive: true });
    });

    test('a restored club equals the original, and goes on', async () => {
      const file = join(folder, 'club');
      const saved = await backUp(place(0), file);
      expect(saved.rows).toBeGreaterThan(700);
      for (const table of filled)
        expect(await from.query(`SELECT 1 FROM ${table} LIMIT 1`), table).toHaveLength(1);
      await to.empty();
      expect(await restore(place(1), file)).toEqual(saved);
      expect(await everything(to)).toEqual(await everything(from));
      expect(await to.storage.clubStore.snapshot()).toEqual(
        await from.storage.clubStore.snapshot(),
      );
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
        [
          'a row missing',
          (whole: Buffer) => lines(whole, (all) => all.toSpliced(-3, 1)),
          /damaged/,
        ],
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
  },
);

/** People, rated games, talk, forum, letters, tokens, and a table in the middle of its game. */
async function aClub({ storage }: TestDatabase): Promise<void> {
  const { players, journal, results, clubStore } = storage;
  for (const id of ['ann', 'bob', 'cat']) await signIn(players, id);
  for (let game = 1; game <= 3; game++) {
    const ending = anEnding(`g${game}`, ['ann', 'bob']);
    await journal.append(ending.tableId, [anEntry(1)]);
    await results.finish(ending);
  }
  await clubStore.countDeals(3);
  const many = Array.from({ length: 700 }, (_, index) => anEntry(index + 1, `"ё\\ ${index}`));
  await journal.append('in the middle', many);
  await journal.beat('a node', 123_456);
  await players.setBan('cat', { reason: 'Брань \u{1F0CF}', until: 9_000 });
  await players.endSession('a session', Date.now() + 900_000);
  await whatPeopleWrote(storage);
}

const written = (text: string) => ({ markdown: text, html: `<p>${text}</p>`, text });

async function whatPeopleWrote(storage: Storage): Promise<void> {
  const { people, forum, tokens, chatLines, paintResults } = storage;
  await people.bind('ann', 'bob', 'friend', 1_000);
  await people.bind('bob', 'cat', 'blocked', 2_000);
  const letter = { id: 'letter', from: 'ann', to: 'bob', at: 3_000 };
  await people.send({ ...letter, said: { text: 'До встречи, \u{1F44B}\n"bob"' } });
  const post = { author: 'ann', at: 4_000, replyTo: null, ...written('The first words') };
  await forum.start({
    ...{ id: 'thread', place: 'forum', section: 'strategy', title: 'On backups' },
    opening: { id: 'thread-1', ...post },
  });
  await forum.follow('bob', 'thread', 1);
  const draft = { id: 'draft', place: 'blog', section: 'club', title: 'Soon', markdown: '*soon*' };
  await forum.saveDraft('ann', { ...draft, place: 'blog', savedAt: 5_000 });
  await tokens.add({
    ...{ id: 'token', hash: 'hash', owner: 'ann', program: 'cat', name: 'Робот' },
    ...{ scopes: ['read', 'play'], createdAt: 6_000, expiresAt: 9_000_000, lastUsed: null },
  });
  const said = { text: 'Hello' };
  await chatLines.add('hall:tic-tac-toe', {
    ...{ seq: 1, id: 'line', at: 7_000, player: { id: 'bob', name: 'Bob Lee' }, said },
  });
  const painter = { player: { id: 'ann', name: 'Ann Lee' }, symbol: 'B', cells: 9, place: 1 };
  await paintResults.save({ id: 'round', finishedAt: 8_000, results: [painter] });
}

/** Where the club above has rows; the comparison is of every table, whatever is in it. */
const filled = [
  ...[
    'player',
    'ended_session',
    'journal_entry',
    'heartbeat',
    'game',
    'counted_deals',
    'game_seat',
  ],
  ...['rating', 'rating_change', 'chat_line', 'thread', 'post', 'subscription', 'draft', 'bond'],
  ...['letter', 'access_token', 'paint_result'],
];

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

function lines(whole: Buffer, change: (all: string[]) => string[]): Buffer {
  const all = gunzipSync(whole).toString().trimEnd().split('\n');
  return gzipSync(`${change(all).join('\n')}\n`);
}
