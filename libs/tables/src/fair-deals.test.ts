import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from './entry.js';
import { foldTable } from './evolve.js';
import { contributionTime, fairnessSoFar } from './fair-deals.js';
import { viewTable } from './table-view.js';
import type { TableOf } from './table.js';
import {
  contribute,
  games,
  ManualClock,
  playingTable,
  testClub,
  TestStorage,
} from './testing/test-club.js';

type Club = ReturnType<typeof testClub>;

const secret = '5e'.repeat(32);
const refusal = (code: string) => expect.objectContaining({ code });

/** The game has begun at a table of two, and nobody's browser has answered yet. */
async function committedTable(club: Club, second: 'player' | 'computer' = 'player') {
  await club.tables.start();
  const id = await club.tables.set('ann', { game: 'high-card' });
  await club.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions: {} });
  if (second === 'player') await club.tables.handle(id, { kind: 'sit', player: 'bob', seat: 1 });
  else {
    const computer = { kind: 'seat-computer', player: 'ann', seat: 1, level: 'bold' } as const;
    await club.tables.handle(id, computer);
  }
  return id;
}

async function playing(club: Club, id: string): Promise<TableOf<'playing'>> {
  return (await club.tables.read(id)) as TableOf<'playing'>;
}

const kinds = (entries: readonly Entry[] | undefined) => entries?.map(({ kind }) => kind);
const hasDeck = ({ state }: TableOf<'playing'>) => (state as { deck: unknown[] }).deck.length > 0;

test('no deck is there before the last contribution is in', async () => {
  const club = testClub();
  const id = await committedTable(club);
  expect(hasDeck(await playing(club, id))).toBe(false);
  await contribute(club, id, 'ann');
  expect(hasDeck(await playing(club, id))).toBe(false);
  await contribute(club, id, 'bob');
  expect(hasDeck(await playing(club, id))).toBe(true);
});

test('a computer contributes nothing and is not waited for', async () => {
  const club = testClub();
  const id = await committedTable(club, 'computer');
  await contribute(club, id, 'ann');
  const table = await playing(club, id);
  expect(hasDeck(table)).toBe(true);
  expect(table.fair?.contributions).toEqual(['a0'.repeat(32), null]);
});

test('who sends none is no obstacle for longer than a second', async () => {
  const club = testClub();
  const id = await committedTable(club);
  await contribute(club, id, 'bob');
  await club.clock.pass(contributionTime - 1);
  expect(hasDeck(await playing(club, id))).toBe(false);
  await club.clock.pass(1);
  const table = await playing(club, id);
  expect(hasDeck(table)).toBe(true);
  expect(table.fair?.contributions).toEqual([null, 'a0'.repeat(32)]);
  await expect(contribute(club, id, 'ann')).rejects.toEqual(refusal('too-late'));
});

test('a contribution counts once, for its own game and from who plays it', async () => {
  const club = testClub();
  const id = await committedTable(club);
  await contribute(club, id, 'ann');
  const { seq, gameId } = await playing(club, id);
  const again = { kind: 'contribute', contribution: 'bb'.repeat(32) } as const;
  expect(await club.tables.handle(id, { ...again, player: 'ann', gameId })).toBe(seq);
  expect((await playing(club, id)).fair?.contributions[0]).toBe('a0'.repeat(32));
  await expect(
    club.tables.handle(id, { ...again, player: 'bob', gameId: 'another' }),
  ).rejects.toEqual(refusal('not-now'));
  await expect(club.tables.handle(id, { ...again, player: 'eve', gameId })).rejects.toEqual(
    refusal('not-seated'),
  );
});

test('who leaves before the first card has left: nothing is dealt any more', async () => {
  const club = testClub();
  const id = await committedTable(club);
  await club.tables.handle(id, { kind: 'leave', player: 'bob' });
  const [record] = club.audience.records;
  expect(record?.steps.map(({ kind }) => kind)).toEqual(['forfeited']);
  expect(record?.fairness).toMatchObject({ contributions: [null, null], before: 0 });
});

test('the record reveals what the shuffles were drawn from', async () => {
  const club = testClub();
  const id = await playingTable(club);
  await club.tables.handle(id, { kind: 'leave', player: 'bob' });
  expect(club.audience.records[0]?.fairness).toEqual({
    commitment: 'c0'.repeat(32),
    secret,
    contributions: ['a0'.repeat(32), 'a1'.repeat(32)],
    before: 0,
  });
});

describe('a crash', () => {
  test('while contributions are awaited loses none, and credits the wait', async () => {
    const storage = new TestStorage();
    const clock = new ManualClock();
    const before = testClub(storage, clock);
    const id = await committedTable(before);
    await contribute(before, id, 'ann');
    clock.jump(60_000);
    const back = testClub(storage, clock);
    await back.tables.start();
    expect(hasDeck(await playing(back, id))).toBe(false);
    await contribute(back, id, 'bob');
    const table = await playing(back, id);
    expect(hasDeck(table)).toBe(true);
    expect(table.fair).toMatchObject({ secret, contributions: ['a0'.repeat(32), 'a0'.repeat(32)] });
  });

  test('right after the commitment does not draw the secret anew', async () => {
    const storage = new TestStorage();
    const club = testClub(storage);
    const id = await committedTable(club);
    const before = foldTable(id, storage.rows.get(id)!, games);
    await contribute(club, id, 'ann', 'bob');
    const entries = storage.rows.get(id)!;
    expect(entries.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect(before).toMatchObject({ fair: { secret } });
  });
});

test('the journal of a game from before commitments goes on; its shuffles are told apart', async () => {
  const storage = new TestStorage();
  const club = testClub(storage);
  await club.tables.start();
  const id = await playingTable(club);
  // What an older club wrote: started and shuffled, without a commitment.
  const old = storage.rows
    .get(id)!
    .filter(({ kind }) => kind !== 'committed' && kind !== 'contributed')
    .map((entry, index) => ({ ...entry, seq: index + 1 }) as Entry);
  storage.rows.set(id, old);
  const back = testClub(storage, club.clock);
  await back.tables.start();
  expect(await playing(back, id)).toMatchObject({ fair: null, phase: 'playing' });
  await back.tables.handle(id, { kind: 'leave', player: 'bob' });
  expect(back.audience.records[0]?.fairness).toBeUndefined();
});

test('nobody at the table is told the secret, nor others’ contributions before they are all in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('ann', 'bob', 'wait', 'act'), { maxLength: 6 }),
      async (events) => {
        const club = testClub();
        const id = await committedTable(club);
        for (const event of events) {
          if (event === 'wait') await club.clock.pass(400);
          else if (event === 'act') {
            const { seq } = await playing(club, id);
            const act = {
              kind: 'act',
              player: 'ann',
              after: seq,
              action: { say: 'show' },
            } as const;
            await club.tables.handle(id, act).catch(() => undefined);
          } else await contribute(club, id, event).catch(() => undefined);
          const table = await playing(club, id);
          for (const viewer of [0, 1, 'spectator'] as const) {
            const entries = club.audience.shown.at(-1)!.entries;
            const view = viewTable(table, viewer, entries, club.clock.now(), games);
            const told = JSON.stringify([view, fairnessSoFar(table, viewer)]);
            expect(told).not.toContain(secret);
            const others = table.fair!.contributions.filter((_, seat) => seat !== viewer);
            for (const each of others)
              if (each && table.fair!.until !== null) expect(told).not.toContain(each);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('the commitment is told to those who owe a contribution, and only then', async () => {
  const club = testClub();
  const id = await committedTable(club);
  const commitments = async () => {
    const table = await playing(club, id);
    return ([0, 1, 'spectator'] as const).map(
      (viewer) => viewTable(table, viewer, [], club.clock.now(), games).commitment,
    );
  };
  const commitment = 'c0'.repeat(32);
  expect(await commitments()).toEqual([commitment, commitment, undefined]);
  await contribute(club, id, 'ann');
  expect(await commitments()).toEqual([undefined, commitment, undefined]);
  await contribute(club, id, 'bob');
  expect(await commitments()).toEqual([undefined, undefined, undefined]);
  expect(kinds(club.audience.shown.at(-1)?.entries)).toEqual(['contributed', 'shuffled']);
});
