import type { Entry } from '@trellis/tables';
import { beforeEach, expect, test } from 'vitest';
import { PgJournal } from './pg-journal.js';
import { SqlPool, type Sql } from './sql.js';
import { embeddedClient } from './testing/embedded-client.js';

const client = embeddedClient();
beforeEach(async () => {
  await client().prisma.journalEntry.deleteMany();
});

function anEntry(seq: number): Entry {
  return { seq, at: 1_000, kind: 'arrived', seat: 0 };
}

/** The same database, but each statement is counted, or fails. */
function watched(onStatement: () => void): Sql {
  return {
    async query(sql, values) {
      onStatement();
      return new SqlPool(client().pool, false).query(sql, values);
    },
  };
}

test('two hundred who append at once share a few commits', async () => {
  let statements = 0;
  const journal = new PgJournal(
    watched(() => statements++),
    client().prisma,
  );
  const tables = Array.from({ length: 200 }, (_, index) => `table-${index}`);
  await Promise.all(
    tables.map(async (table) => {
      for (let seq = 1; seq <= 5; seq++) await journal.append(table, [anEntry(seq)]);
    }),
  );
  expect(await client().prisma.journalEntry.count()).toBe(1_000);
  expect(statements).toBeLessThan(50);
});

test('journals that are asked for at once are one statement, and each gets its own', async () => {
  let statements = 0;
  const journal = new PgJournal(
    watched(() => statements++),
    client().prisma,
  );
  const tables = Array.from({ length: 50 }, (_, index) => `table-${index}`);
  for (const [index, table] of tables.entries())
    await journal.append(
      table,
      Array.from({ length: index % 4 }, (_, at) => anEntry(at + 1)),
    );
  statements = 0;
  const read = await Promise.all([...tables, 'nowhere', 'table-7'].map((id) => journal.read(id)));
  expect(statements).toBe(1);
  expect(read.map((entries) => entries.length)).toEqual([
    ...tables.map((_, index) => index % 4),
    0,
    3,
  ]);
  expect(await journal.read('table-3')).toEqual([1, 2, 3].map(anEntry));
  expect((await journal.tables()).length).toBe(tables.filter((_, index) => index % 4 > 0).length);
});

test('a failed reading fails for whoever asked, and the next one is tried anew', async () => {
  let isBroken = true;
  const journal = new PgJournal(
    watched(() => {
      if (isBroken) throw new Error('no connection');
    }),
    client().prisma,
  );
  const both = await Promise.allSettled(['a', 'b'].map((id) => journal.read(id)));
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  expect(await journal.read('a')).toEqual([]);
});

test('when the connection breaks nobody is told that it was a conflict, and the next append is tried anew', async () => {
  let isBroken = true;
  const journal = new PgJournal(
    watched(() => {
      if (isBroken) throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    }),
    client().prisma,
  );
  const outcomes = await Promise.allSettled(
    ['a', 'b', 'c'].map((table) => journal.append(table, [anEntry(1)])),
  );
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'gone' } });
  }
  isBroken = false;
  await journal.append('a', [anEntry(1)]);
  expect(await journal.read('a')).toHaveLength(1);
});

test('a transaction that stood in the way is only a reason to try again', async () => {
  let failures = 2;
  const journal = new PgJournal(
    watched(() => {
      if (failures-- > 0) throw Object.assign(new Error('deadlock'), { code: '40P01' });
    }),
    client().prisma,
  );
  await Promise.all(['a', 'b'].map((table) => journal.append(table, [anEntry(1)])));
  expect(await journal.tables()).toEqual(['a', 'b']);
});
