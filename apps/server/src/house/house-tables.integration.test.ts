import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start(undefined, undefined, { houseTables: true });
});
afterAll(() => club.stop());

async function hallRows() {
  const person = await club.person();
  const { tables, slots } = await person.must('hall:enter', { game: 'preferans' });
  return { tables, slots, person };
}

test('two tables of the house are in the hall, after the first numbers, with names of the house', async () => {
  const { tables, slots } = await hallRows();
  expect(slots).toBe(6);
  expect(tables.map(({ number, phase }) => [number, phase])).toEqual([
    [5, 'playing'],
    [6, 'playing'],
  ]);
  const ann = await club.person('Ann First');
  const { tableId } = await ann.must('table:set', { game: 'preferans' });
  const row = (await hallRows()).tables.find(({ id }) => id === tableId);
  expect(row?.number).toBe(1);
  expect(await ann.ask('table:set', { game: 'preferans', number: 5 })).toMatchObject({
    code: 'table-in-use',
  });
});

test('it plays while somebody looks, waits when nobody does, and goes on within a second', async () => {
  const tableId = (await hallRows()).tables.find(({ number }) => number === 5)!.id;
  const watcher = await club.person();
  const { view } = await watcher.must('table:look', { tableId });
  expect(view.viewer).toBe('spectator');
  expect(view.seats.map(({ level, number }) => `${level} ${number}`)).toEqual([
    ...['strong 1', 'middle 2', 'strong 3', 'middle 4'],
  ]);
  await watcher.sees(({ seq }) => seq > view.seq + 1);
  await watcher.must('table:unlook', { tableId });

  // What was being decided is decided; then nothing happens any more.
  const look = async () => {
    const person = await club.person();
    const answer = await person.must('table:look', { tableId });
    return { person, seq: answer.view.seq };
  };
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const first = await look();
  await first.person.sees(({ seq }) => seq > first.seq);
});

test('nobody may do anything there, or talk', async () => {
  const { tables } = await hallRows();
  const tableId = tables.find(({ number }) => number === 5)!.id;
  const ann = await club.person('Ann Restless');
  await ann.must('table:look', { tableId });
  const room = `table:${tableId}`;
  for (const refused of [
    ann.ask('table:sit', { tableId, seat: 0 }),
    ann.ask('table:act', { tableId, after: 0, action: {} }),
    ann.ask('table:leave', { tableId }),
    ann.ask('chat:listen', { room, since: 0 }),
  ])
    expect(await refused).toMatchObject({ ok: false });
  expect(club.errors).toEqual([]);
  expect(await club.storage.journal.tables()).not.toContain(tableId);
});

test('a game that nobody remembers is not found, and asking for it needs no account', async () => {
  for (const id of ['house-table-1-gone', 'house-table-9-gone', 'house-table-'])
    expect((await club.fetch(`/api/games/${id}`)).status).toBe(404);
});
