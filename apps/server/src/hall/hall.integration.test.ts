import type { TableRow } from '@trellis/facade';
import type { HallSnapshot } from '@trellis/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../testing/person.js';
import { TestClub } from '../testing/test-club.js';

const game = 'tic-tac-toe';
let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

/** The hall as a page has it: the snapshot and every change since. */
function hallOf({ hall }: Person, snapshot: HallSnapshot) {
  const tables = new Map<string, TableRow>(snapshot.tables.map((row) => [row.id, row]));
  for (const { changed, gone } of hall) {
    for (const row of changed) tables.set(row.id, row);
    for (const id of gone) tables.delete(id);
  }
  const { slots, here, counts } = hall.at(-1) ?? snapshot;
  return {
    game,
    tables: [...tables.values()].sort((a, b) => a.number - b.number),
    slots,
    here,
    counts,
  };
}

test('differences lead to what a fresh look shows, and are few', async () => {
  const watcher = await club.person();
  const snapshot = await watcher.must('hall:enter', { game });
  const begun = Date.now();
  const people = await Promise.all(
    Array.from({ length: 7 }, (_, i) => club.person(`Setter Number${i}`)),
  );
  const ids: string[] = [];
  for (const person of people) {
    const { tableId } = await person.must('table:set', { game });
    await person.must('table:conventions', { tableId, conventions: {} });
    ids.push(tableId);
  }
  await people[0]!.must('table:stand', { tableId: ids[0]! });
  await people[2]!.must('table:sit', { tableId: ids[1]!, seat: 1 });
  const settled = () => {
    const { tables, counts } = hallOf(watcher, snapshot);
    return tables.length === 6 && counts.tablesInPlay === 1 && counts.players === 7;
  };
  await watcher.until(settled);
  const fresh = await watcher.must('hall:enter', { game });
  expect({ ok: true, ...hallOf(watcher, snapshot) }).toEqual(fresh);
  expect(fresh).toMatchObject({ slots: 12, here: 1 });
  const most = (Date.now() - begun) / 250 + 2;
  expect(watcher.hall.length).toBeLessThanOrEqual(most);
});

test('one is in one hall at a time, and leaving ends the changes', async () => {
  const visitor = await club.person();
  await visitor.must('hall:enter', { game });
  await visitor.must('hall:leave', {});
  const other = await club.person();
  await other.must('hall:enter', { game });
  const told = visitor.hall.length;
  const setter = await club.person('Late Setter');
  const { tableId } = await setter.must('table:set', { game });
  await other.until(() =>
    other.hall.some(({ changed }) => changed.some(({ id }) => id === tableId)),
  );
  expect(visitor.hall.length).toBe(told);
  await setter.must('table:cancel', { tableId });
  await other.until(() => other.hall.some(({ gone }) => gone.includes(tableId)));
});

test('a table is found by its number', async () => {
  const visitor = await club.person();
  const { tables } = await visitor.must('hall:enter', { game });
  const [row] = tables;
  expect(await visitor.must('hall:find', { game, number: row!.number })).toMatchObject({
    tableId: row!.id,
  });
  expect(await visitor.ask('hall:find', { game, number: 999 })).toMatchObject({
    code: 'no-such-table',
  });
  expect(await visitor.ask('hall:find', { game: 'chess', number: 1 })).toMatchObject({
    code: 'no-such-game',
  });
});

test('play now seats two people at one table', async () => {
  const ann = await club.person('Quick Ann');
  const { tableId } = await ann.must('hall:play-now', { game });
  const bob = await club.person('Quick Bob');
  const second = await bob.must('hall:play-now', { game });
  // Somebody else's gathering table may fit as well; at Ann's or there, Bob sits.
  const { view } = await bob.must('table:look', { tableId: second.tableId });
  expect(view.viewer).not.toBe('spectator');
  expect((await ann.must('table:look', { tableId })).view.viewer).not.toBe('spectator');
});
