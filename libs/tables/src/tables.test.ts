import { Refusal } from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { foldTable } from './evolve.js';
import {
  contribute,
  games,
  ManualClock,
  PlainChance,
  playingTable,
  settled,
  testClub,
  TestStorage,
} from './testing/test-club.js';
import type { Place } from './ports.js';
import { SoleDirectory } from './sole.js';
import { viewTable } from './table-view.js';

/** It may have lost its tables, and does not say whose they are until it `answers`. */
class DoubtfulDirectory extends SoleDirectory {
  override certain = true;
  answers = false;

  override doubt(tableId: string): void {
    void this.release([tableId]);
  }

  override async locate(tableId: string): Promise<Place | null> {
    if (this.answers) await this.open(tableId);
    const place = await super.locate(tableId);
    if (!place) throw new Refusal('try-again');
    return this.answers ? place : { mine: true, before: null, remembered: true };
  }
}

/** Another process had all tables and is gone; who asks first hears of it. */
class InheritedDirectory extends SoleDirectory {
  private readonly told = new Set<string>();

  override async locate(tableId: string): Promise<Place> {
    const before = this.told.has(tableId) ? null : 'gone';
    this.told.add(tableId);
    return { mine: true, before, regained: before !== null };
  }

  override async adopt(tableIds: readonly string[]) {
    for (const id of tableIds) this.told.add(id);
    return new Map(tableIds.map((id) => [id, 'gone']));
  }
}

const refusal = (code: string) => expect.objectContaining({ code });

async function phaseOf(club: ReturnType<typeof testClub>, id: string) {
  return club.tables.read(id).then(
    ({ phase }) => phase,
    ({ code }: { code: string }) => code,
  );
}

describe('from several devices', () => {
  const desk = { id: 'desk', since: 100 };
  const phone = { id: 'phone', since: 200 };

  test('a request of an older device of a player who plays elsewhere adds nothing; others do', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const before = await club.tables.read(id);
    club.audience.devices.set('ann', phone);
    const act = { kind: 'act', player: 'ann', after: before.seq, action: { card: 1 } } as const;
    for (const request of [act, { kind: 'leave', player: 'ann' } as const])
      await expect(club.tables.handle(id, { ...request, device: desk })).rejects.toEqual(
        refusal('plays-elsewhere'),
      );
    expect((await club.tables.read(id)).seq).toBe(before.seq);
    await club.tables.handle(id, { kind: 'leave', player: 'ann', device: phone });
    expect(await phaseOf(club, id)).toBe('finished');
    // What is over may be left from anywhere.
    await club.tables.handle(id, { kind: 'leave', player: 'ann', device: desk });
  });
});

describe('the life of a table', () => {
  test('it is in its conventions at once, and free again when two minutes have gone by', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await club.tables.set('ann', { game: 'high-card' });
    expect(await phaseOf(club, id)).toBe('convention');
    await club.clock.pass(119_000);
    expect(await phaseOf(club, id)).toBe('convention');
    await club.clock.pass(1_000);
    expect(await phaseOf(club, id)).toBe('no-such-table');
    expect(club.storage.rows.size).toBe(0);
  });

  test('only the one who set it chooses or cancels', async () => {
    const club = testClub();
    const id = await club.tables.set('ann', { game: 'high-card' });
    const choose = { kind: 'choose-conventions', conventions: {} } as const;
    await expect(club.tables.handle(id, { ...choose, player: 'bob' })).rejects.toEqual(
      refusal('not-yours'),
    );
    await expect(club.tables.handle(id, { kind: 'cancel', player: 'bob' })).rejects.toEqual(
      refusal('not-yours'),
    );
    await club.tables.handle(id, { kind: 'cancel', player: 'ann' });
    expect(await phaseOf(club, id)).toBe('no-such-table');
  });

  test('the one who set it has the first seat and may stand up; the last one to stand frees the table', async () => {
    const club = testClub();
    const id = await club.tables.set('ann', { game: 'high-card' });
    await club.tables.handle(id, {
      kind: 'choose-conventions',
      player: 'ann',
      conventions: { players: 3 },
    });
    await club.tables.handle(id, { kind: 'sit', player: 'bob', seat: 2 });
    await club.tables.handle(id, { kind: 'stand', player: 'ann' });
    expect(await club.tables.read(id)).toMatchObject({
      seats: [{ kind: 'empty' }, { kind: 'empty' }, { kind: 'player', player: 'bob' }],
    });
    await club.tables.handle(id, { kind: 'stand', player: 'bob' });
    expect(await phaseOf(club, id)).toBe('no-such-table');
  });

  test('nobody has two seats, and of thirty people one gets the last seat', async () => {
    const club = testClub();
    const id = await club.tables.set('ann', { game: 'high-card' });
    await club.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions: {} });
    await expect(club.tables.handle(id, { kind: 'sit', player: 'ann', seat: 1 })).rejects.toEqual(
      refusal('already-seated'),
    );
    const people = Array.from({ length: 30 }, (_, i) => `p${i}`);
    const tries = await Promise.allSettled(
      people.map((player) => club.tables.handle(id, { kind: 'sit', player, seat: 1 })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await phaseOf(club, id)).toBe('playing');
  });

  test('the last seat starts the game, and what comes of it follows in the same steps', async () => {
    const club = testClub();
    const id = await playingTable(club);
    expect(
      club.audience.shown.slice(-3).map(({ entries }) => entries.map(({ kind }) => kind)),
    ).toEqual([['sat', 'started', 'committed'], ['contributed'], ['contributed', 'shuffled']]);
    expect(await club.tables.read(id)).toMatchObject({
      phase: 'playing',
      state: { said: [null, null] },
    });
  });

  test('the end is one write that replaces the journal by the finished table', async () => {
    const club = testClub();
    const id = await playingTable(club);
    for (const [player, say] of [
      ['ann', 'show'],
      ['bob', 'show'],
    ] as const) {
      const { seq } = await club.tables.read(id);
      await club.tables.handle(id, { kind: 'act', player, after: seq, action: { say } });
    }
    expect(club.audience.records).toHaveLength(1);
    expect(club.audience.records[0]?.steps.map(({ kind }) => kind)).toEqual([
      'shuffled',
      'acted',
      'acted',
    ]);
    const rows = club.storage.rows.get(id)!;
    expect(rows.map(({ kind }) => kind)).toEqual(['finished']);
    expect(foldTable(id, rows, games)).toEqual(await club.tables.read(id));
  });

  test('a rematch keeps the seats of the others, one further, and starts when they are back', async () => {
    const club = testClub();
    const id = await playingTable(club);
    await club.tables.handle(id, { kind: 'leave', player: 'bob' });
    expect(await phaseOf(club, id)).toBe('finished');
    await club.tables.handle(id, { kind: 'rematch', player: 'ann' });
    expect(await club.tables.read(id)).toMatchObject({
      phase: 'gathering',
      seats: [
        { kind: 'reserved', player: 'bob' },
        { kind: 'player', player: 'ann' },
      ],
    });
    await expect(club.tables.handle(id, { kind: 'sit', player: 'eve', seat: 0 })).rejects.toEqual(
      refusal('seat-reserved'),
    );
    await club.tables.handle(id, { kind: 'rematch', player: 'bob' });
    expect(await phaseOf(club, id)).toBe('playing');
  });

  test('a finished table is free when both have left, or after ten minutes', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await playingTable(club);
    await club.tables.handle(id, { kind: 'leave', player: 'bob' });
    await club.tables.handle(id, { kind: 'leave', player: 'bob' });
    await club.tables.handle(id, { kind: 'leave', player: 'ann' });
    expect(await phaseOf(club, id)).toBe('no-such-table');
    const other = await playingTable(club);
    await club.tables.handle(other, { kind: 'leave', player: 'ann' });
    await club.clock.pass(600_000);
    expect(await phaseOf(club, other)).toBe('no-such-table');
  });
});

describe('requests', () => {
  test('a repeated action is stale and leaves no trace', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    const show = { kind: 'act', player: 'ann', after: seq, action: { say: 'show' } } as const;
    const [first, second] = await Promise.allSettled([
      club.tables.handle(id, show),
      club.tables.handle(id, show),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'stale-view' } });
    expect(club.storage.rows.get(id)!.filter(({ kind }) => kind === 'acted')).toHaveLength(1);
  });

  test('two who may act at once do not make each other stale', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    await club.tables.handle(id, {
      kind: 'act',
      player: 'ann',
      after: seq,
      action: { say: 'fold' },
    });
    await club.tables.handle(id, {
      kind: 'act',
      player: 'bob',
      after: seq,
      action: { say: 'fold' },
    });
    expect(await phaseOf(club, id)).toBe('finished');
  });

  test('an action is refused from a stranger, when it is not legal, and when the game is over', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    const act = { kind: 'act', after: seq } as const;
    await expect(
      club.tables.handle(id, { ...act, player: 'eve', action: { say: 'show' } }),
    ).rejects.toEqual(refusal('not-seated'));
    await expect(
      club.tables.handle(id, { ...act, player: 'ann', action: { say: 'shout' } }),
    ).rejects.toEqual(refusal('illegal-action'));
    expect((await club.tables.read(id)).seq).toBe(seq);
    await club.tables.handle(id, { kind: 'leave', player: 'ann' });
    await expect(
      club.tables.handle(id, { ...act, player: 'ann', action: { say: 'show' } }),
    ).rejects.toEqual(refusal('game-over'));
  });

  test('an unknown table costs no look into the journal', async () => {
    const club = testClub();
    club.storage.read = () => Promise.reject(new Error('A query!'));
    await expect(club.tables.read('nowhere')).rejects.toEqual(refusal('no-such-table'));
  });

  test('computers take seats and act through the same door', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await club.tables.set('ann', { game: 'high-card' });
    await club.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions: {} });
    const seat = { kind: 'seat-computer', player: 'ann', seat: 1 } as const;
    await expect(club.tables.handle(id, { ...seat, level: 'genius' })).rejects.toEqual(
      refusal('no-such-level'),
    );
    await club.tables.handle(id, { ...seat, level: 'bold' });
    await contribute(club, id, 'ann');
    await club.clock.pass(600);
    expect(await club.tables.read(id)).toMatchObject({ state: { said: [null, 'show'] } });
  });

  test('"play now" takes the fitting table that lacks the fewest, or sets one', async () => {
    const club = testClub();
    const first = await club.tables.playNow('ann', 'high-card');
    expect(await phaseOf(club, first)).toBe('gathering');
    expect(await club.tables.playNow('bob', 'high-card')).toBe(first);
    expect(await phaseOf(club, first)).toBe('playing');
    expect(await club.tables.playNow('cid', 'high-card')).not.toBe(first);
  });

  test('a table stands where another process has set one unheard: the next number is taken', async () => {
    const storage = new TestStorage();
    const unheard = testClub(storage);
    for (const player of ['ann', 'bob']) await unheard.tables.set(player, { game: 'high-card' });
    const club = testClub(
      storage,
      new ManualClock(),
      undefined,
      undefined,
      new PlainChance('here'),
    );
    const id = await club.tables.set('cid', { game: 'high-card' });
    expect(await club.tables.read(id)).toMatchObject({ number: 3 });
    await expect(club.tables.set('cid', { game: 'high-card', number: 1 })).rejects.toEqual(
      refusal('table-in-use'),
    );
  });

  test('a hall opens a new row when all tables are in use, and one player holds only so many', async () => {
    const club = testClub();
    for (let i = 0; i < 6; i++) await club.tables.set(`p${i}`, { game: 'high-card' });
    expect(club.tables.slots('high-card')).toBe(12);
    await expect(club.tables.set('eve', { game: 'high-card', number: 3 })).rejects.toEqual(
      refusal('table-in-use'),
    );
    const many = Array.from({ length: 9 }, () => club.tables.set('ann', { game: 'high-card' }));
    const results = await Promise.allSettled(many);
    expect(results.at(-1)).toMatchObject({ reason: { code: 'too-many-tables' } });
    expect(new Set(club.tables.summaries().map(({ number }) => number)).size).toBe(14);
  });
});

describe('clocks', () => {
  test('who has not come yet is waited for thirty seconds; his first sign of life starts his clock', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await club.tables.set('ann', { game: 'high-card' });
    await club.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions: {} });
    await club.tables.handle(id, { kind: 'sit', player: 'bob', seat: 1 });
    await club.clock.pass(20_000);
    await club.tables.handle(id, { kind: 'arrive', player: 'ann' });
    await club.clock.pass(14_900);
    expect(await phaseOf(club, id)).toBe('playing');
    await club.clock.pass(200);
    expect(await club.tables.read(id)).toMatchObject({
      phase: 'finished',
      result: { offender: 0, reason: 'time' },
    });
  });

  test('overstepping closes the game with a fine; the bank is used first', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await playingTable(club);
    await club.clock.pass(14_900);
    expect(await phaseOf(club, id)).toBe('playing');
    await club.clock.pass(100);
    expect(await club.tables.read(id)).toMatchObject({
      phase: 'finished',
      result: { fine: 10, reason: 'time' },
    });
  });

  test('an action at the very deadline comes too late, a moment before it counts', async () => {
    for (const [early, outcome] of [
      [1, 'fulfilled'],
      [0, 'rejected'],
    ] as const) {
      const club = testClub();
      await club.tables.start();
      const id = await playingTable(club);
      const { seq } = await club.tables.read(id);
      await club.clock.pass(15_000 - 3000);
      club.clock.jump(3000 - early);
      const act = club.tables.handle(id, {
        kind: 'act',
        player: 'ann',
        after: seq,
        action: { say: 'show' },
      });
      expect((await Promise.allSettled([act]))[0]?.status).toBe(outcome);
    }
  });

  test('an alarm rings by itself', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    await club.tables.handle(id, {
      kind: 'act',
      player: 'ann',
      after: seq,
      action: { say: 'show' },
    });
    await club.clock.pass(4_000);
    expect(await club.tables.read(id)).toMatchObject({
      phase: 'finished',
      result: { reason: 'played' },
    });
  });

  test('an outage is credited to running clocks: after a crash', async () => {
    const before = testClub();
    await before.tables.start();
    const id = await playingTable(before);
    await before.clock.pass(12_000);
    before.clock.jump(3_600_000);
    const after = testClub(before.storage, before.clock);
    await after.tables.start();
    expect(await phaseOf(after, id)).toBe('playing');
    const view = viewTable(await after.tables.read(id), 0, [], after.clock.now(), games);
    expect(view.clocks[0]).toEqual({ running: true, move: 0, bank: 3_000 });
  });

  test('an outage is credited to running clocks: after the process was stopped', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await playingTable(club);
    await club.clock.pass(5_000);
    club.clock.jump(60_000);
    await club.clock.pass(2_000);
    expect(await phaseOf(club, id)).toBe('playing');
    expect(club.storage.rows.get(id)?.some(({ kind }) => kind === 'credited')).toBe(true);
  });

  test('an outage is credited to running clocks: after the database was away', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await playingTable(club);
    club.storage.fails = 'before';
    await club.clock.pass(60_000);
    const { seq } = await club.tables.read(id).catch(() => ({ seq: 0 }));
    await expect(
      club.tables.handle(id, { kind: 'act', player: 'ann', after: seq, action: { say: 'show' } }),
    ).rejects.toEqual(refusal('storage-away'));
    club.storage.fails = 'never';
    await club.clock.pass(2_000);
    expect(club.availability).toEqual([false, true]);
    expect(await phaseOf(club, id)).toBe('playing');
  });
});

describe('a journal that fails', () => {
  test('nothing is shown that was not written', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const shown = club.audience.shown.length;
    const { seq } = await club.tables.read(id);
    club.storage.fails = 'before';
    await expect(
      club.tables.handle(id, { kind: 'act', player: 'ann', after: seq, action: { say: 'show' } }),
    ).rejects.toEqual(refusal('storage-away'));
    expect(club.audience.shown).toHaveLength(shown);
    club.storage.fails = 'never';
    expect(await club.tables.read(id)).toMatchObject({ seq, state: { said: [null, null] } });
  });

  test('when nobody knows whether it was written, the journal decides and a retry is harmless', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    const show = { kind: 'act', player: 'ann', after: seq, action: { say: 'show' } } as const;
    club.storage.fails = 'after';
    await expect(club.tables.handle(id, show)).rejects.toEqual(refusal('storage-away'));
    club.storage.fails = 'never';
    await club.clock.pass(1000);
    await expect(club.tables.handle(id, show)).rejects.toEqual(refusal('stale-view'));
    expect(await club.tables.read(id)).toMatchObject({ state: { said: ['show', null] } });
  });

  test('what was written after all is seen by its people without asking', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    const shown = club.audience.shown.length;
    club.storage.fails = 'after';
    const show = { kind: 'act', player: 'ann', after: seq, action: { say: 'show' } } as const;
    await expect(club.tables.handle(id, show)).rejects.toEqual(refusal('storage-away'));
    await settled();
    expect(club.audience.shown.slice(shown)).toMatchObject([
      { table: { seq: seq + 1 }, entries: [{ kind: 'acted', seat: 0 }] },
    ]);
  });

  test('a game that ended after all is told of, once', async () => {
    const club = testClub();
    const id = await playingTable(club);
    club.storage.fails = 'after';
    club.storage.isDeaf = true;
    const leave = { kind: 'leave', player: 'ann' } as const;
    await expect(club.tables.handle(id, leave)).rejects.toEqual(refusal('storage-away'));
    await settled();
    expect(club.audience.records).toEqual([]);
    club.storage.fails = 'never';
    club.storage.isDeaf = false;
    await club.clock.pass(1000);
    expect(club.audience.records).toMatchObject([{ reason: 'left' }]);
    expect(club.audience.shown.at(-1)?.table.phase).toBe('finished');
    await club.tables.read(id);
    expect(club.audience.records).toHaveLength(1);
  });

  test('a full disk has room for beats: all the same people are told, and clocks stand still', async () => {
    const club = testClub();
    await club.tables.start();
    const id = await playingTable(club, { moveTimeSec: 60, timeBankSec: 0 });
    const { seq } = await club.tables.read(id);
    const fold = { kind: 'act', player: 'ann', after: seq, action: { say: 'fold' } } as const;
    await club.clock.pass(300);
    club.storage.fails = 'full';
    await expect(club.tables.handle(id, fold)).rejects.toEqual(refusal('storage-away'));
    await settled();
    expect(club.availability).toEqual([false]);
    await club.clock.pass(600_000);
    club.storage.fails = 'never';
    await club.clock.pass(2_000);
    expect(club.availability).toEqual([false, true]);
    expect(await phaseOf(club, id)).toBe('playing');
    await club.clock.pass(55_000);
    expect(await phaseOf(club, id)).toBe('playing');
    await club.clock.pass(5_000);
    expect(await phaseOf(club, id)).toBe('finished');
  });

  test('a journal that goes away while tables wake breaks none of them', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const next = testClub(club.storage, club.clock);
    club.storage.isDeaf = true;
    await expect(next.tables.start()).rejects.toThrow('away');
    club.storage.isDeaf = false;
    await next.tables.start();
    expect(await phaseOf(next, id)).toBe('playing');
  });

  test('of two owners one writes; the other forgets the table and reads it again', async () => {
    const one = testClub();
    const id = await playingTable(one);
    const two = testClub(one.storage, one.clock);
    await two.tables.start();
    const { seq } = await one.tables.read(id);
    await one.tables.handle(id, {
      kind: 'act',
      player: 'ann',
      after: seq,
      action: { say: 'show' },
    });
    await expect(
      two.tables.handle(id, { kind: 'act', player: 'bob', after: seq, action: { say: 'fold' } }),
    ).rejects.toEqual(refusal('try-again'));
    await two.tables.handle(id, {
      kind: 'act',
      player: 'bob',
      after: seq,
      action: { say: 'fold' },
    });
    expect(await two.tables.read(id)).toMatchObject({
      phase: 'finished',
      result: { scores: [0, 0] },
    });
  });

  test('an owner who may have lost his tables shows nothing old, and does not write until the directory says that they are his', async () => {
    const one = testClub();
    const id = await playingTable(one);
    const directory = new DoubtfulDirectory();
    const two = testClub(one.storage, one.clock, undefined, directory);
    await two.tables.start();
    directory.certain = false;
    const { seq } = await two.tables.read(id);
    await one.tables.handle(id, { kind: 'credit', ms: 5, fence: true });
    await expect(two.tables.read(id)).rejects.toEqual(refusal('not-owner'));
    await expect(two.tables.read(id)).rejects.toEqual(refusal('try-again'));
    expect(directory.owned()).toEqual([]);
    expect(await one.storage.newest(id)).toBe(seq + 1);
    directory.answers = true;
    expect(await two.tables.read(id)).toMatchObject({ seq: seq + 1 });
  });

  test('who may have lost a table, and does not know whether he has written to it, takes it back from nobody', async () => {
    const one = testClub();
    const id = await playingTable(one);
    const directory = new DoubtfulDirectory();
    const two = testClub(one.storage, one.clock, undefined, directory);
    await two.tables.start();
    const { seq } = await two.tables.read(id);
    const act = (player: string, say: string) =>
      ({ kind: 'act', player, after: seq, action: { say } }) as const;
    const { append } = one.storage;
    // As a process that stood still in the middle of a write, and whose connection was ended meanwhile.
    one.storage.append = async () => {
      one.storage.append = append;
      await one.tables.handle(id, act('ann', 'show'));
      directory.certain = false;
      throw new Error('The connection was ended.');
    };
    await expect(two.tables.handle(id, act('ann', 'show'))).rejects.toEqual(
      refusal('storage-away'),
    );
    await one.clock.pass(2_500);
    await expect(two.tables.handle(id, act('bob', 'fold'))).rejects.toEqual(refusal('try-again'));
    expect(one.storage.rows.get(id)!.at(-1)).toMatchObject({ kind: 'acted', seq: seq + 1 });
    directory.answers = true;
    await two.tables.read(id);
    const news = one.storage.rows.get(id)!.filter((entry) => entry.seq > seq);
    expect(news.map(({ kind }) => kind)).toEqual(['acted', 'credited']);
  });

  test.each(['asks for it', 'is told of it'])(
    'who takes a table over credits its clocks before anybody moves, whether he %s',
    async (how) => {
      const one = testClub();
      const id = await playingTable(one);
      const { seq } = await one.tables.read(id);
      await one.storage.beat('gone', one.clock.now());
      one.clock.jump(5000);
      const { lastBeat } = one.storage;
      one.storage.lastBeat = async (node) => {
        for (let turns = 0; turns < 100; turns++) await Promise.resolve();
        return lastBeat.call(one.storage, node);
      };
      const two = testClub(one.storage, one.clock, undefined, new InheritedDirectory());
      const action = { say: 'show' };
      await Promise.all([
        how === 'asks for it' ? two.tables.read(id) : two.tables.start(),
        two.tables.handle(id, { kind: 'act', player: 'ann', after: seq, action }),
      ]);
      const news = one.storage.rows.get(id)!.filter((entry) => entry.seq > seq);
      expect(news).toMatchObject([{ kind: 'credited', ms: 5000 }, { kind: 'acted' }]);
    },
  );

  test('who could not write the credit when a table was given to him writes it before anybody moves', async () => {
    const one = testClub();
    const id = await playingTable(one);
    const { seq } = await one.tables.read(id);
    await one.storage.beat('gone', one.clock.now());
    one.clock.jump(5000);
    const directory = new InheritedDirectory();
    const two = testClub(one.storage, one.clock, undefined, directory);
    one.storage.fails = 'full';
    await expect(two.tables.start()).rejects.toEqual(refusal('storage-away'));
    one.storage.fails = 'never';
    // By now it is his own, and no longer given.
    directory.adopt = async () => new Map();
    await two.tables.start();
    const action = { say: 'show' };
    await two.tables.handle(id, { kind: 'act', player: 'ann', after: seq, action });
    const news = one.storage.rows.get(id)!.filter((entry) => entry.seq > seq);
    expect(news).toMatchObject([{ kind: 'credited', ms: 5000 }, { kind: 'acted' }]);
  });

  test('who stops takes no table back that he has left to others', async () => {
    const directory = new SoleDirectory();
    const club = testClub(undefined, undefined, undefined, directory);
    const id = await playingTable(club);
    const late = club.tables.read(id);
    await club.tables.stop();
    await late;
    expect(directory.owned()).toEqual([]);
    await expect(club.tables.read(id)).rejects.toEqual(refusal('not-owner'));
    await expect(club.tables.owner(id)).rejects.toEqual(refusal('not-owner'));
    expect(directory.owned()).toEqual([]);
  });

  test('who takes a table from another writes, whatever it is at', async () => {
    const one = testClub();
    const id = await one.tables.set('ann', { game: 'high-card' });
    await one.tables.handle(id, { kind: 'choose-conventions', player: 'ann', conventions: {} });
    const { seq, phase } = await one.tables.read(id);
    expect(phase).toBe('gathering');
    await one.tables.handle(id, { kind: 'credit', ms: 5 });
    expect(await one.storage.newest(id)).toBe(seq);
    await one.tables.handle(id, { kind: 'credit', ms: 5, fence: true });
    expect(await one.tables.read(id)).toMatchObject({ seq: seq + 1, phase: 'gathering' });
  });

  test('a table whose journal does not fit is set aside, the others wake', async () => {
    const before = testClub();
    const good = await playingTable(before);
    before.storage.rows.set('bad', [{ seq: 1, at: 1, kind: 'acted', seat: 0, action: 1 }]);
    const after = testClub(before.storage, before.clock);
    await after.tables.start();
    expect(await phaseOf(after, good)).toBe('playing');
    expect(await phaseOf(after, 'bad')).toBe('table-broken');
    expect(after.errors).toHaveLength(1);
  });

  test('a stopping club finishes what it took and refuses the rest', async () => {
    const club = testClub();
    const id = await playingTable(club);
    const { seq } = await club.tables.read(id);
    const act = club.tables.handle(id, {
      kind: 'act',
      player: 'ann',
      after: seq,
      action: { say: 'show' },
    });
    await settled();
    await club.tables.stop();
    await act;
    await expect(club.tables.handle(id, { kind: 'leave', player: 'ann' })).rejects.toEqual(
      refusal('restarting'),
    );
  });
});

test('what was last shown equals the fold of the journal, after every step', async () => {
  const club = testClub();
  const id = await playingTable(club);
  const { seq } = await club.tables.read(id);
  await club.tables.handle(id, { kind: 'act', player: 'ann', after: seq, action: { say: 'show' } });
  const now = club.clock.now();
  for (const viewer of [0, 1, 'spectator'] as const) {
    const shown = viewTable(club.audience.shown.at(-1)!.table, viewer, [], now, games);
    const fresh = viewTable(
      foldTable(id, await club.storage.read(id), games),
      viewer,
      [],
      now,
      games,
    );
    expect(shown).toEqual(fresh);
    expect(JSON.stringify(shown)).not.toContain(`"card":${viewer === 0 ? 1 : 0}`);
  }
});
