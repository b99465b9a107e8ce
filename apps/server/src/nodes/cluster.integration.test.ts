import { ClubMemory } from '@trellis/facade';
import { Tables } from '@trellis/tables';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testing/person.js';
import { overRedis } from '../testing/over-redis.js';
import type { TestClub } from '../testing/test-club.js';
import { TemporaryRedis } from '@trellis/testing';

describe.skipIf(!TemporaryRedis.found)('several processes', () => {
  const over = overRedis();
  let one: TestClub;
  let two: TestClub;

  beforeEach(() => {
    ({ one, two } = over.processes);
  });

  /** Ann, connected to the first, and Bob, connected to the second, play at a table that Ann has set. */
  async function playing(): Promise<{ ann: Person; bob: Person; tableId: string }> {
    const [ann, bob] = [await one.person('Ann'), await two.person('Bob')];
    const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
    await ann.must('table:conventions', { tableId, conventions: {} });
    await ann.must('table:look', { tableId });
    await bob.must('table:look', { tableId });
    await bob.must('table:sit', { tableId, seat: 1 });
    await ann.sees(({ phase }) => phase === 'playing');
    return { ann, bob, tableId };
  }

  async function act(person: Person, tableId: string, cell: number): Promise<void> {
    const view = await person.sees((each) => each.legal !== true && each.legal.length > 0);
    await person.must('table:act', { tableId, after: view.seq, action: { cell } });
    person.views.length = 0;
  }

  test('people of two processes sit at one table, play to the end and see the same', async () => {
    const { ann, bob, tableId } = await playing();
    const [first, second] = (await bob.sees(({ phase }) => phase === 'playing')).toAct.includes(0)
      ? [ann, bob]
      : [bob, ann];
    const watcher = await two.person();
    await watcher.must('table:look', { tableId });
    for (const [index, cell] of [0, 3, 1, 4].entries())
      await act(index % 2 === 0 ? first : second, tableId, cell);
    const last = await first.sees((each) => each.legal !== true && each.legal.length > 0);
    await first.must('table:act', { tableId, after: last.seq, action: { cell: 2 } });
    const ends = await Promise.all(
      [ann, bob, watcher].map((each) => each.sees(({ phase }) => phase === 'finished')),
    );
    expect(new Set(ends.map(({ seq }) => seq)).size).toBe(1);
    expect(ends[0]?.board).toEqual(ends[2]?.board);
    const standing = (club: TestClub) => club.running.get(ClubMemory).leaderboard('tic-tac-toe');
    await expect.poll(() => standing(two).length).toBe(2);
    await expect.poll(() => standing(one)).toEqual(standing(two));
    expect(over.processes.errors).toEqual([]);
  });

  test('the hall, the counts and who is online are the same everywhere', async () => {
    const { ann, bob, tableId } = await playing();
    for (const [person, club] of [
      [ann, one],
      [bob, two],
    ] as const) {
      const hall = await person.must('hall:enter', { game: 'tic-tac-toe' });
      expect(hall.tables.map(({ id }) => id)).toEqual([tableId]);
      const memory = club.running.get(ClubMemory);
      await expect
        .poll(() => memory.counts())
        .toMatchObject({ players: 2, visitors: 0, tablesInPlay: 1 });
    }
    await two.person();
    await expect.poll(() => one.running.get(ClubMemory).counts().visitors).toBe(1);
  });

  test('talk is heard everywhere, once, and only by those whom it is for', async () => {
    const { ann, bob, tableId } = await playing();
    const watcher = await one.person('Cid');
    await watcher.must('table:look', { tableId });
    for (const [person, room] of [
      [ann, `table:${tableId}`],
      [bob, `table:${tableId}`],
      [watcher, `watchers:${tableId}`],
      [ann, 'hall:tic-tac-toe'],
      [bob, 'hall:tic-tac-toe'],
    ] as const)
      await person.must('chat:listen', { room, since: 0 });
    await Promise.all(
      [ann, bob].map((person, index) =>
        person.must('chat:say', {
          room: 'hall:tic-tac-toe',
          id: `line-of-${index}`,
          said: { text: `hello ${index}` },
        }),
      ),
    );
    await bob.must('chat:say', {
      room: `table:${tableId}`,
      id: 'at-the-table',
      said: { text: 'hi' },
    });
    await ann.until(() => ann.lines.length === 3);
    await bob.until(() => bob.lines.length === 3);
    const said = (person: Person) => person.lines.map(({ line }) => line.id).sort();
    expect(said(ann)).toEqual(['at-the-table', 'line-of-0', 'line-of-1']);
    expect(said(bob)).toEqual(said(ann));
    expect(watcher.lines).toEqual([]);
    const late = await two.person('Dan');
    const { lines } = await late.must('chat:listen', { room: 'hall:tic-tac-toe', since: 0 });
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('who signs out everywhere is out in every process', async () => {
    const ann = await one.person('Ann');
    const elsewhere = await two.connect(ann.cookie);
    await one.fetch('/auth/sign-out-everywhere', { method: 'POST', cookie: ann.cookie });
    await elsewhere.until(() => elsewhere.told.includes('disconnect'));
    const again = await two.connect(ann.cookie);
    expect(await again.ask('table:set', { game: 'tic-tac-toe' })).toMatchObject({
      code: 'not-signed-in',
    });
  });

  test('a number of the hall is given out once', async () => {
    const people = await Promise.all(
      ['Ann', 'Bob', 'Cid', 'Dan'].map((name, index) => (index % 2 ? two : one).person(name)),
    );
    const set = await Promise.all(
      people.map((person) => person.ask('table:set', { game: 'tic-tac-toe', number: 4 })),
    );
    expect(set.filter(({ ok }) => ok)).toHaveLength(1);
    const free = await Promise.all(
      people.map((person) => person.must('table:set', { game: 'tic-tac-toe' })),
    );
    expect(new Set(free.map(({ tableId }) => tableId)).size).toBe(4);
    const memory = one.running.get(ClubMemory);
    await expect.poll(() => memory.hall('tic-tac-toe').slots.filter(Boolean).length).toBe(5);
  });

  test('a process that stops leaves its tables to the others', async () => {
    const { bob, tableId } = await playing();
    await over.processes.end(one);
    const view = await bob.must('table:look', { tableId });
    expect(view.view).toMatchObject({ phase: 'playing' });
    expect(two.running.get(Tables).all()).toHaveLength(1);
    const memory = two.running.get(ClubMemory);
    await expect.poll(() => memory.counts().players).toBe(1);
    one = await over.processes.another();
    const ann = await one.person('Ann');
    // What the others have comes a moment after a process itself.
    const hall = async () => (await ann.must('hall:enter', { game: 'tic-tac-toe' })).tables;
    await expect.poll(hall).toHaveLength(1);
    expect((await ann.must('table:look', { tableId })).view.phase).toBe('playing');
  });

  test('a Redis that forgets everything costs nothing', async () => {
    const { ann, bob, tableId } = await playing();
    over.redis.flush();
    for (const person of [ann, bob]) {
      const { view } = await person.must('table:look', { tableId });
      const [action] = view.legal === true ? [] : view.legal;
      if (action) await person.must('table:act', { tableId, after: view.seq, action });
    }
    expect(one.running.get(Tables).all()).toHaveLength(1);
    expect(two.running.get(Tables).all()).toHaveLength(0);
    expect(over.processes.errors).toEqual([]);
  });

  test('a Redis that is away: play at local tables goes on; back, the others see it', async () => {
    const { ann, bob, tableId } = await playing();
    const dan = await one.person('Dan');
    await over.redis.kill();
    const { tableId: other } = await ann.must('table:set', { game: 'tic-tac-toe' });
    await ann.must('table:conventions', { tableId: other, conventions: {} });
    await dan.must('table:sit', { tableId: other, seat: 1 });
    expect(await bob.ask('table:sit', { tableId: other, seat: 0 })).toMatchObject({ ok: false });
    await over.redis.restart();
    const memory = two.running.get(ClubMemory);
    await expect.poll(() => memory.hall('tic-tac-toe').slots.filter(Boolean).length).toBe(2);
    await expect
      .poll(() => bob.ask('table:look', { tableId: other }))
      .toMatchObject({ ok: true, view: { phase: 'playing' } });
    expect((await bob.must('table:look', { tableId })).view.phase).toBe('playing');
  });
});
