import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/person.js';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

let count = 0;
const somebody = (name: string) => club.person(`${name} Talker${++count}`);
const text = (person: Person) =>
  person.lines.map(({ line }) => ('text' in line.said ? line.said.text : line.said.phrase));
const say = (person: Person, room: string, words: string, id = `line-${++count}-id`) =>
  person.ask('chat:say', { room, id, said: { text: words } });

describe('in the hall', () => {
  const room = 'hall:tic-tac-toe';

  test('a line is heard by all who listen, once, and cleaned', async () => {
    const [ann, bob, visitor] = [await somebody('Ann'), await somebody('Bob'), await club.person()];
    const { lines } = await visitor.must('chat:listen', { room, since: 0 });
    await bob.must('chat:listen', { room, since: 0 });
    const first = await say(ann, room, '  hello\n\n\n\nall ', 'same-line-1');
    expect(await say(ann, room, 'hello again', 'same-line-1')).toEqual(first);
    await say(ann, room, 'last');
    await visitor.until(() => text(visitor).includes('last'));
    expect(text(visitor)).toEqual(['hello\n\nall', 'last']);
    expect(text(bob)).toEqual(text(visitor));
    const seqs = visitor.lines.map(({ line }) => line.seq);
    expect(seqs).toEqual([lines.length + 1, lines.length + 2]);
    const missed = await visitor.must('chat:listen', { room, since: seqs[0]! });
    expect(missed.lines.map(({ seq }) => seq)).toEqual([seqs[1]]);
    await visitor.must('chat:unlisten', { room });
    await say(ann, room, 'unheard');
    await bob.until(() => text(bob).includes('unheard'));
    expect(text(visitor)).not.toContain('unheard');
  });

  test('a visitor listens and does not speak', async () => {
    const visitor = await club.person();
    expect(await say(visitor, room, 'hi')).toMatchObject({ code: 'not-signed-in' });
  });

  test('rooms that are none', async () => {
    const ann = await somebody('Ann');
    for (const none of ['hall:chess', 'table:nobody', 'watchers:nobody', 'player/ann', 'hall:']) {
      expect(await ann.ask('chat:listen', { room: none, since: 0 })).toMatchObject({ ok: false });
      expect(await say(ann, none, 'hi')).toMatchObject({ ok: false });
    }
  });

  test('a flood is refused with the wait', async () => {
    const ann = await somebody('Ann');
    const answers = await Promise.all(Array.from({ length: 30 }, () => say(ann, room, 'flood')));
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      code: 'rate-limited',
      details: { retryMs: expect.any(Number) },
    });
  });
});

describe('at a table', () => {
  async function aTable(options: { private?: boolean } = {}) {
    const people = [await somebody('Ann'), await somebody('Bob'), await somebody('Eve')] as const;
    const [ann, bob, eve] = people;
    const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe', ...options });
    for (const person of people) await person.must('table:look', { tableId });
    await ann.must('table:conventions', { tableId, conventions: {} });
    return { ann, bob, eve, tableId, table: `table:${tableId}`, watchers: `watchers:${tableId}` };
  }

  test('players and spectators talk apart while a game runs, and together between games', async () => {
    const { ann, bob, eve, tableId, table, watchers } = await aTable();
    for (const person of [ann, bob, eve])
      for (const room of [table, watchers]) await person.must('chat:listen', { room, since: 0 });
    expect(await say(eve, table, 'between')).toMatchObject({ ok: true });
    expect(await say(eve, watchers, 'too early')).toMatchObject({ code: 'may-not-say' });
    await bob.must('table:sit', { tableId, seat: 1 });
    await ann.sees(({ phase }) => phase === 'playing');

    expect(await say(eve, table, 'a hint')).toMatchObject({ code: 'may-not-say' });
    expect(await say(ann, watchers, 'a reply')).toMatchObject({ code: 'may-not-say' });
    expect(await say(eve, watchers, 'she is losing')).toMatchObject({ ok: true });
    expect(await say(bob, table, 'good luck')).toMatchObject({ ok: true });
    await eve.until(() => text(eve).includes('good luck'));
    await ann.until(() => text(ann).includes('good luck'));
    expect(text(eve)).toEqual(['between', 'she is losing', 'good luck']);
    // They listened to the spectators before the game began: what counts is who they are now.
    expect(text(ann)).toEqual(['between', 'good luck']);
    expect(await ann.ask('chat:listen', { room: watchers, since: 0 })).toMatchObject({
      code: 'may-not-listen',
    });

    await ann.must('table:leave', { tableId });
    const { lines } = await ann.must('chat:listen', { room: watchers, since: 0 });
    expect(lines).toHaveLength(1);
  });

  test('the talk of a private table stays with the people at it', async () => {
    const { ann, bob, eve, tableId, table } = await aTable({ private: true });
    const stranger = await somebody('Stranger');
    const visitor = await club.person();
    await visitor.must('table:look', { tableId });
    for (const person of [stranger, visitor])
      expect(await person.ask('chat:listen', { room: table, since: 0 })).toMatchObject({
        code: 'may-not-listen',
      });
    for (const person of [ann, bob, eve])
      await person.must('chat:listen', { room: table, since: 0 });
    await bob.must('table:sit', { tableId, seat: 1 });
    await ann.sees(({ phase }) => phase === 'playing');
    await say(ann, table, 'among us');
    await bob.until(() => text(bob).includes('among us'));
    expect(text(eve)).toEqual([]);
    expect(await eve.ask('chat:listen', { room: table, since: 0 })).toMatchObject({ ok: false });
  });

  test('the talk goes with the table', async () => {
    const { ann, tableId, table } = await aTable();
    await say(ann, table, 'soon gone');
    expect(await club.storage.chatLines.last(table)).toHaveLength(1);
    await ann.must('table:stand', { tableId });
    await ann.sees(({ phase }) => phase === 'free');
    expect(await say(ann, table, 'anybody?')).toMatchObject({ code: 'no-such-table' });
    expect(await club.storage.chatLines.last(table)).toEqual([]);
  });
});
