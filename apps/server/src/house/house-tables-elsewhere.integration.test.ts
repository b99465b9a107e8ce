import { TemporaryRedis } from '@trellis/testing';
import { ClubMemory } from '@trellis/facade';
import { createClient } from 'redis';
import { describe, expect, test } from 'vitest';
import { keys } from '../nodes/keys.js';
import { overRedis } from '../testing/over-redis.js';
import type { TestClub } from '../testing/test-club.js';
import { HouseTables } from './house-tables.js';

const ids = ['house-table-1', 'house-table-2'];

describe.skipIf(!TemporaryRedis.found)('tables of the house in several processes', () => {
  const over = overRedis({ houseTables: true });

  const tablesOf = (club: TestClub) =>
    club.running
      .get(HouseTables)
      .all()
      .map(({ id }) => id);
  const rowsOf = (club: TestClub) =>
    club.running
      .get(ClubMemory)
      .hall('preferans')
      .slots.flatMap((row) => (row ? [`${row.number} ${row.id} ${row.phase}`] : []));
  const everywhere = () => over.processes.all.flatMap(tablesOf).sort();
  const both = [`5 ${ids[1]} playing`, `6 ${ids[0]} playing`];

  test('each is in one process, and stands in the hall of all, also of one that comes later', async () => {
    await expect.poll(everywhere).toEqual(ids);
    await over.processes.another();
    for (const club of over.processes.all) await expect.poll(() => rowsOf(club)).toEqual(both);
    await expect.poll(everywhere).toEqual(ids);
    // Whoever is asked for a game of theirs asks the process that has the table.
    for (const club of over.processes.all)
      for (const id of ids) expect((await club.fetch(`/api/games/${id}-gone`)).status).toBe(404);
    expect(over.processes.errors).toEqual([]);
  });

  test('a process is gone: the others go on with its tables, and who looks sees them play', async () => {
    await expect.poll(everywhere).toEqual(ids);
    // Of three, the one that is left last has to take tables of both others.
    const last = await over.processes.another();
    const watcher = await last.person();
    for (const tableId of ids) await watcher.must('table:look', { tableId });
    for (const gone of [over.processes.one, over.processes.two]) await over.processes.end(gone);
    await expect.poll(everywhere).toEqual(ids);
    await expect.poll(() => rowsOf(last)).toEqual(both);
    watcher.views.length = 0;
    for (const tableId of ids) {
      const first = await watcher.sees(({ id }) => id === tableId);
      await watcher.sees(({ id, seq }) => id === tableId && seq > first.seq);
    }
    expect(last.errors).toEqual([]);
  });

  test('a process died without a word: another one has its tables as soon as that is known', async () => {
    await over.processes.stop();
    over.redis.flush();
    const client = createClient({ url: over.redis.url });
    await client.connect();
    // Until its lease is over, also where a process takes seconds to start, it counts as alive.
    await client.zAdd(keys.nodes, { value: 'dead', score: Date.now() + 8000 });
    for (const id of ids) await client.hSet(keys.owners, id, 'dead');
    client.destroy();
    await over.processes.another();
    expect(everywhere()).toEqual([]);
    await expect.poll(everywhere, { timeout: 60_000 }).toEqual(ids);
  });

  test('Redis forgets where they are: nobody sets them twice', async () => {
    await expect.poll(everywhere).toEqual(ids);
    over.redis.flush();
    // Each process has looked after the tables by then; who was slower than another has given his up.
    await new Promise((resolve) => setTimeout(resolve, 7000));
    await expect.poll(everywhere).toEqual(ids);
  });
});
