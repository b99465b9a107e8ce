import { expect, test } from 'vitest';
import { foldTable } from './evolve.js';
import type { TableOf } from './table.js';
import { contribute, games, playingTable, testClub } from './testing/test-club.js';

async function tableOf(club: ReturnType<typeof testClub>, id: string) {
  return (await club.tables.read(id)) as TableOf<'playing'>;
}

/** Ann is there, Bob's page is not: his clock begins half a minute later. */
async function annAlone(club: ReturnType<typeof testClub>) {
  await club.tables.start();
  const conventions = { absent: 'computer', moveTimeSec: 60, timeBankSec: 0 };
  const id = await club.tables.set('ann', { game: 'high-card' });
  await club.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions });
  club.audience.looking.add('ann');
  await club.tables.handle(id, { kind: 'sit', player: 'bob', seat: 1 });
  await contribute(club, id, 'ann', 'bob');
  return id;
}

test('a computer plays on for who runs out of time, and the journal alone tells it all', async () => {
  const club = testClub();
  const id = await annAlone(club);
  await club.clock.pass(60_000);
  const away = [{ seat: 0, reason: 'time' }];
  expect(await tableOf(club, id)).toMatchObject({ phase: 'playing', away });
  const own = { kind: 'act', player: 'ann', after: 1000, action: { say: 'fold' } } as const;
  await expect(club.tables.handle(id, own)).rejects.toMatchObject({ code: 'computer-plays' });

  await club.clock.pass(500);
  const entries = club.storage.rows.get(id)!;
  expect(entries.map(({ kind }) => kind).slice(-2)).toEqual(['relieved', 'acted']);
  expect(foldTable(id, entries, games)).toEqual(await tableOf(club, id));
});

test('he may come back, also while the computer thinks, and has all his time again', async () => {
  const club = testClub();
  const id = await annAlone(club);
  await club.clock.pass(60_400);
  await club.tables.handle(id, { kind: 'return', player: 'ann' });
  expect((await tableOf(club, id)).away).toEqual([]);
  const back = { kind: 'return', player: 'ann' } as const;
  await expect(club.tables.handle(id, back)).rejects.toMatchObject({ code: 'not-now' });
  await club.clock.pass(25_000);
  expect(club.storage.rows.get(id)!.some(({ kind }) => kind === 'acted')).toBe(false);
  const { seq } = await tableOf(club, id);
  await club.tables.handle(id, { kind: 'act', player: 'ann', after: seq, action: { say: 'fold' } });
  expect((await tableOf(club, id)).state).toMatchObject({ said: ['fold', null] });
});

test('when the last person goes the game is closed', async () => {
  const club = testClub();
  const id = await annAlone(club);
  await club.tables.handle(id, { kind: 'leave', player: 'ann' });
  expect((await tableOf(club, id)).away).toEqual([{ seat: 0, reason: 'left' }]);
  await club.tables.handle(id, { kind: 'leave', player: 'bob' });
  expect(await club.tables.read(id)).toMatchObject({ phase: 'finished', result: { offender: 1 } });
});

test('without the convention the game is closed at once', async () => {
  const club = testClub();
  const id = await playingTable(club);
  await club.tables.handle(id, { kind: 'leave', player: 'ann' });
  expect(await club.tables.read(id)).toMatchObject({ phase: 'finished' });
});
