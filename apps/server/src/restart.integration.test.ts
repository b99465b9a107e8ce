import { once } from 'node:events';
import { connect } from 'node:net';
import type { Storage } from '@trellis/storage';
import { memoryStorage } from '@trellis/storage';
import { expect, test } from 'vitest';
import { presetNamed } from './facts/facts.module.js';
import { TestClub } from './testing/test-club.js';

const game = 'tic-tac-toe';

async function aGameIn(club: TestClub) {
  const [ann, bob] = [await club.person('Ann Steady'), await club.person('Bob Steady')];
  const { tableId } = await ann.must('table:set', { game });
  for (const person of [ann, bob]) await person.must('table:look', { tableId });
  await ann.must('table:conventions', { tableId, conventions: {} });
  await bob.must('table:sit', { tableId, seat: 1 });
  const { seq } = await ann.sees(({ phase }) => phase === 'playing');
  await ann.must('table:act', { tableId, after: seq, action: { cell: 4 } });
  return { ann, bob, tableId };
}

test('after a restart the table, the names, the hall and the talk are there', async () => {
  const storage = memoryStorage({ presetOf: presetNamed });
  const before = await TestClub.start(storage);
  const { ann, bob, tableId } = await aGameIn(before);
  const room = 'hall:tic-tac-toe';
  await ann.must('chat:say', { room, id: 'before-restart', said: { phrase: 'hello' } });
  await before.stop();

  const club = await TestClub.start(storage);
  try {
    const visitor = await club.person();
    const { tables } = await visitor.must('hall:enter', { game });
    expect(tables).toMatchObject([
      { id: tableId, phase: 'playing', seats: [{ player: { name: 'Ann Steady' } }, {}] },
    ]);
    const again = await club.connect(bob.cookie);
    const { view } = await again.must('table:look', { tableId });
    expect(view).toMatchObject({ viewer: 1, toAct: [1] });
    await again.must('table:act', { tableId, after: view.seq, action: { cell: 0 } });
    const { lines } = await visitor.must('chat:listen', { room, since: 0 });
    expect(lines).toMatchObject([{ seq: 1, said: { phrase: 'hello' } }]);
    expect(club.errors).toEqual([]);
  } finally {
    await club.stop();
  }
});

test('what is asked while the club closes is refused, not lost', async () => {
  const club = await TestClub.start();
  const { bob, tableId } = await aGameIn(club);
  const { seq } = bob.views.at(-1)!;
  const stopped = club.running.stop();
  const answer = await bob
    .ask('table:act', { tableId, after: seq, action: { cell: 0 } })
    .catch(() => 'closed');
  await stopped;
  if (answer !== 'closed') expect(answer).toMatchObject({ ok: false, code: 'restarting' });
  await club.stop();
});

test('while the storage is away everybody is told, moves wait, and play goes on when it is back', async () => {
  const real = memoryStorage({ presetOf: presetNamed });
  const outage = { on: false };
  const club = await TestClub.start(failingWhile(outage, real));
  try {
    const { ann, bob, tableId } = await aGameIn(club);
    const { seq } = await bob.sees(({ toAct }) => toAct.includes(1));
    outage.on = true;
    await ann.until(() => ann.told.includes('club:storage'));
    const act = () => bob.ask('table:act', { tableId, after: seq, action: { cell: 0 } });
    expect(await act()).toMatchObject({ ok: false, code: 'storage-away' });
    const line = { room: `table:${tableId}`, id: 'in-the-outage', said: { text: 'anybody?' } };
    expect(await bob.ask('chat:say', line)).toMatchObject({ code: 'storage-away' });
    const news: boolean[] = [];
    const latecomer = await club.connect();
    ann.socket.on('club:storage', ({ available }) => news.push(available));
    await latecomer.until(() => latecomer.told.includes('club:storage'));
    const ready = await club.fetch('/api/health/ready');
    expect([ready.status, await ready.json()]).toMatchObject([503, { database: 'away' }]);

    outage.on = false;
    await ann.until(() => news.includes(true));
    const { view } = await bob.must('table:look', { tableId });
    await bob.must('table:act', { tableId, after: view.seq, action: { cell: 0 } });
    expect(await bob.ask('chat:say', line)).toMatchObject({ ok: true, seq: 1 });
  } finally {
    outage.on = false;
    await club.stop();
  }
});

/** The same storage, whose every question is refused during the outage. */
function failingWhile(outage: { on: boolean }, storage: Storage): Storage {
  const failing = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          outage.on
            ? Promise.reject(new Error('The database is away.'))
            : (Reflect.apply(value, target, args) as unknown);
      },
    });
  return {
    ...storage,
    journal: failing(storage.journal),
    results: failing(storage.results),
    players: failing(storage.players),
    chatLines: failing(storage.chatLines),
    clubStore: failing(storage.clubStore),
    ping: () => (outage.on ? Promise.reject(new Error('away')) : storage.ping()),
  };
}

test('a connection that asks nothing does not hold up the end', async () => {
  const club = await TestClub.start();
  await club.signIn('Ann Steady');
  const silent = connect(club.running.port, '127.0.0.1');
  const ended = once(silent, 'close');
  await once(silent, 'connect');
  // Its neighbour was accepted after it.
  await club.fetch('/api/health/live');
  await club.stop();
  await ended;
});
