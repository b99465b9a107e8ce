import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testing/person.js';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

let names = 0;
const somebody = (name: string) => club.person(`${name} Number${++names}`);

/** Two people at a table whose game has just begun; each has a page on it. */
async function aGame(options: { private?: boolean } = {}) {
  const ann = await somebody('Ann');
  const bob = await somebody('Bob');
  const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe', ...options });
  await ann.must('table:look', { tableId });
  await ann.must('table:conventions', { tableId, conventions: {} });
  await bob.must('table:look', { tableId });
  await bob.must('table:sit', { tableId, seat: 1 });
  await ann.sees(({ phase }) => phase === 'playing');
  await bob.sees(({ phase }) => phase === 'playing');
  return { ann, bob, tableId };
}

/** Whoever's turn it is puts his mark on each cell in turn. */
async function play(tableId: string, [ann, bob]: readonly [Person, Person], cells: number[]) {
  for (const cell of cells) {
    const view = ann.views.findLast(({ id }) => id === tableId)!;
    const person = view.toAct.includes(0) ? ann : bob;
    const { seq } = await person.must('table:act', { tableId, after: view.seq, action: { cell } });
    await ann.sees((each) => each.id === tableId && each.seq >= seq);
  }
}

describe('a whole game', () => {
  test('two play, a visitor watches, and all know how it ended', async () => {
    const { ann, bob, tableId } = await aGame();
    const visitor = await club.person();
    const { view } = await visitor.must('table:look', { tableId });
    expect(view).toMatchObject({ viewer: 'spectator', phase: 'playing', legal: [], watchers: 3 });
    expect(view.seats.map(({ present }) => present)).toEqual([true, true]);

    await play(tableId, [ann, bob], [0, 3, 1, 4, 2]);
    for (const [person, viewer] of [
      [ann, 0],
      [bob, 1],
      [visitor, 'spectator'],
    ] as const) {
      const end = await person.sees(({ phase }) => phase === 'finished');
      expect(end).toMatchObject({ viewer, result: { places: [1, 2], reason: 'played' } });
      expect(end.ratings?.map(({ before }) => before)).toEqual([1500, 1500]);
      expect(end.happened.map(({ kind }) => kind)).toEqual(['acted', 'finished']);
    }
    const gameId = ann.views.at(-1)?.gameId;
    const record = await club.fetch(`/api/games/${gameId}`, { cookie: ann.cookie });
    expect(await record.json()).toMatchObject({ game: { id: gameId, moves: 5, rated: true } });
    const profile = await club.fetch(`/api/players/${ann.views.at(-1)?.seats[0]?.player?.id}`, {
      cookie: bob.cookie,
    });
    expect(await profile.json()).toMatchObject({ profile: { games: [{ played: 1, won: 1 }] } });
    expect((await club.fetch(`/api/games/${gameId}`)).status).toBe(401);
  });

  test('a rematch, with the seats moved by one', async () => {
    const { ann, bob, tableId } = await aGame();
    await play(tableId, [ann, bob], [0, 3, 1, 4, 2]);
    const { seq } = await bob.must('table:rematch', { tableId });
    const view = await ann.sees((each) => each.seq >= seq);
    const seat = view.seats.findIndex(({ kind }) => kind === 'reserved');
    await ann.must('table:sit', { tableId, seat });
    const again = await ann.sees((each) => each.phase === 'playing' && each.seq > view.seq);
    expect(again.viewer).toBe(seat);
  });

  test('who leaves has lost, and the last one to leave frees the table', async () => {
    const { ann, bob, tableId } = await aGame();
    await ann.must('table:leave', { tableId });
    const end = await bob.sees(({ phase }) => phase === 'finished');
    expect(end.result).toMatchObject({ places: [2, 1], reason: 'left', offender: 0 });
    await ann.must('table:leave', { tableId });
    await bob.must('table:leave', { tableId });
    await bob.sees(({ phase }) => phase === 'free');
    expect(await bob.ask('table:look', { tableId })).toMatchObject({ code: 'no-such-table' });
  });

  test('against the computer', async () => {
    const ann = await somebody('Ann');
    const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
    await ann.must('table:look', { tableId });
    await ann.must('table:conventions', { tableId, conventions: {} });
    await ann.must('table:seat-computer', { tableId, seat: 1, level: 'easy' });
    const start = await ann.sees(({ phase }) => phase === 'playing');
    await ann.must('table:act', { tableId, after: start.seq, action: { cell: 4 } });
    const mine = await ann.sees(({ toAct, seq }) => toAct.includes(0) && seq > start.seq);
    expect(mine.happened).toMatchObject([{ kind: 'acted', seat: 1 }]);
  });
});

describe('one door, several hands', () => {
  let ann: Person;
  let bob: Person;
  let tableId: string;
  beforeEach(async () => {
    ({ ann, bob, tableId } = await aGame());
  });

  test('a double click is one move', async () => {
    const { seq } = ann.views.at(-1)!;
    const act = () => ann.ask('table:act', { tableId, after: seq, action: { cell: 4 } });
    const [first, second] = await Promise.all([act(), act()]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false });
    const view = await bob.sees((each) => each.seq > seq);
    expect(view.happened).toHaveLength(1);
  });

  test('a second tab mirrors the first', async () => {
    const tab = await club.connect(ann.cookie);
    const { view } = await tab.must('table:look', { tableId });
    expect(view.viewer).toBe(0);
    await tab.must('table:act', { tableId, after: view.seq, action: { cell: 0 } });
    const seen = await Promise.all(
      [ann, tab].map((each) => each.sees(({ seq }) => seq > view.seq)),
    );
    expect(seen[0]).toEqual(seen[1]);
    // Both tabs are one person.
    expect(seen[0]?.watchers).toBe(2);
  });

  test.each(['table:act', 'table:leave', 'table:sit', 'table:rematch'] as const)(
    'a stranger cannot ask for %s',
    async (event) => {
      const stranger = await somebody('Eve');
      const body = {
        'table:act': { tableId, after: ann.views.at(-1)!.seq, action: { cell: 0 } },
        'table:leave': { tableId },
        'table:sit': { tableId, seat: 0 },
        'table:rematch': { tableId },
      }[event];
      const before = ann.views.at(-1)!.seq;
      expect(await stranger.send(event, body)).toMatchObject({ ok: false });
      const { view } = await ann.must('table:look', { tableId });
      expect(view.seq).toBe(before);
    },
  );

  test('not out of turn, and a foreign seat cannot be named', async () => {
    const { seq } = bob.views.at(-1)!;
    expect(await bob.send('table:act', { tableId, after: seq, action: { cell: 0 } })).toMatchObject(
      { ok: false, code: 'not-your-turn' },
    );
    const forged = { tableId, after: seq, action: { cell: 0 }, seat: 0, player: 'somebody' };
    expect(await bob.send('table:act', forged)).toMatchObject({ ok: false, code: 'bad-request' });
  });

  test('coming and going is shown without a new state', async () => {
    const { seq } = ann.views.at(-1)!;
    bob.close();
    const view = await ann.sees(({ seats }) => seats[1]?.present === false);
    expect(view).toMatchObject({ seq, happened: [], watchers: 1 });
  });
});

test('a private table is found by its link and by nothing else', async () => {
  const { tableId } = await aGame({ private: true });
  const stranger = await somebody('Eve');
  const hall = await stranger.must('hall:enter', { game: 'tic-tac-toe' });
  expect(hall.tables.map(({ id }) => id)).not.toContain(tableId);
  expect((await club.fetch(`/api/tables/${tableId}`)).status).toBe(404);
  const { view } = await stranger.must('table:look', { tableId });
  expect(view).toMatchObject({ number: null, viewer: 'spectator' });
});
