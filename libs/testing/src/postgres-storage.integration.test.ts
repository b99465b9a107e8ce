import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from './contracts/database.js';
import { storageContracts } from './contracts/storage-contracts.js';
import { anEnding, anEntry, signIn } from './endings.js';
import { howToGetPostgres, temporaryPostgres } from './temporary-postgres.js';

const server = await temporaryPostgres({ durable: false });
const database = server && (await testDatabase(server.url));

afterAll(async () => {
  await database?.close();
  await server?.stop();
});

if (database) {
  storageContracts('a real Postgres', () => database.empty());

  test('two processes race for a number: the database lets one of them through', async () => {
    await database.empty();
    const other = await testDatabase(server.url);
    try {
      for (let seq = 1; seq <= 50; seq++) {
        const outcomes = await Promise.allSettled([
          database.storage.journal.append('t', [anEntry(seq, 'one')]),
          other.storage.journal.append('t', [anEntry(seq, 'two')]),
        ]);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
      expect(await database.storage.journal.read('t')).toHaveLength(50);
    } finally {
      await other.close();
    }
  });

  test('newcomers whose first games end together do not wait for each other in a circle', async () => {
    const people = ['ann', 'bob', 'carol', 'dan'];
    const connections = async () => {
      const [{ count } = {}] = await database.query('SELECT count(*)::int FROM pg_stat_activity');
      return count as number;
    };
    const before = await connections();
    const other = await testDatabase(server.url);
    for (let round = 0; round < 5; round++) {
      const storage = await other.empty();
      for (const id of people) await signIn(storage.players, id);
      const games = Array.from({ length: 40 }, (_, index) => {
        const seats = people.filter((_player, at) => (index + round) % 4 !== at);
        return anEnding(`g${index}`, index % 2 === 0 ? seats : seats.slice(1));
      });
      for (const { tableId } of games) await storage.journal.append(tableId, [anEntry(1)]);
      await Promise.all(games.map((game) => storage.results.finish(game)));
    }
    await other.close();
    // What its connections have counted is told when they are gone.
    await expect.poll(connections).toBeLessThanOrEqual(before);
    const [{ deadlocks } = {}] = await database.query(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    expect(deadlocks).toBe(0);
  });

  test('a process that stands still while it ends a game keeps nobody else from writing', async () => {
    const storage = await database.empty();
    for (const id of ['ann', 'bob']) await signIn(storage.players, id);
    const ending = anEnding('g', ['ann', 'bob']);
    await storage.journal.append(ending.tableId, [anEntry(1)]);
    const other = await testDatabase(server.url);
    const { query } = pg.Client.prototype as { query: (...asked: unknown[]) => unknown };
    let wake = () => {};
    let ended: Promise<unknown> | undefined;
    await new Promise<void>((standsStill) => {
      const commit = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
        this: pg.Client,
        ...asked: unknown[]
      ) {
        if (asked[0] !== 'COMMIT') return query.apply(this, asked);
        commit.mockRestore();
        standsStill();
        return new Promise<void>((wakes) => (wake = wakes)).then(() => query.apply(this, asked));
      });
      ended = other.storage.results.finish(ending).catch((error: unknown) => error);
    });
    // One statement for both: what one waits for the other waits for.
    await Promise.all([
      storage.journal.append(ending.tableId, [anEntry(2)]),
      storage.journal.append('elsewhere', [anEntry(1)]),
    ]);
    wake();
    expect(await ended).toBeInstanceOf(Error);
    expect(await storage.journal.read(ending.tableId)).toHaveLength(2);
    await other.close();
  });

  test('processes that start together migrate once', async () => {
    await database.query('CREATE DATABASE fresh');
    const url = server.url.replace(/postgres$/, 'fresh');
    const opened = await Promise.all([1, 2, 3].map(() => testDatabase(url)));
    const applied = await opened[0]?.query(
      'SELECT count(*)::int AS times FROM _prisma_migrations GROUP BY migration_name',
    );
    expect(applied?.every(({ times }) => times === 1)).toBe(true);
    for (const each of opened) await each.close();
  });
} else {
  describe.skip(`a real Postgres: ${howToGetPostgres}`, () => test('every contract', () => {}));
}
