import { cardOf, programOf, type Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { markOf, signIn } from '../endings.js';

const identity = { issuer: 'google', subject: '1', firstName: 'Анна', lastName: 'Ким' };

/** What every `Players` promises. `make` gives an empty one. */
export function playersContract(name: string, make: () => Promise<Players>): void {
  describe(`players: ${name}`, () => {
    let players: Players;
    beforeEach(async () => {
      players = await make();
    });

    test('the first sign-in makes the player, the next one finds him and takes over the new name', async () => {
      const first = await players.signIn(identity, 'new-id', 1_000);
      expect(first).toEqual({
        ...identity,
        id: 'new-id',
        hidesLastName: false,
        hidesPresence: false,
        memberSince: 1_000,
        lastSeen: 1_000,
        sessionsSince: 0,
        ban: null,
        deletedAt: null,
        arbiter: false,
      });
      const again = await players.signIn({ ...identity, lastName: 'Ли' }, 'other-id', 2_000);
      expect(again).toEqual({ ...first, lastName: 'Ли', lastSeen: 2_000 });
      expect(await players.find('new-id')).toEqual(again);
      expect(await players.find('other-id')).toBeUndefined();
    });

    test('the same subject of another issuer is another player', async () => {
      await players.signIn(identity, 'one', 1_000);
      await players.signIn({ ...identity, issuer: 'other' }, 'two', 1_000);
      expect(await players.findAccount('other', '1')).toMatchObject({ id: 'two' });
      expect(await players.findAccount('other', '2')).toBeUndefined();
      expect((await players.findMany(['one', 'two', 'three'])).map(({ id }) => id).sort()).toEqual([
        'one',
        'two',
      ]);
    });

    test('one who comes in by many doors at once is one player', async () => {
      const found = await Promise.all(
        Array.from({ length: 8 }, (_, index) => players.signIn(identity, `id-${index}`, 1_000)),
      );
      expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    });

    test('hides the last name', async () => {
      await signIn(players, 'ann');
      expect(await players.setHidesLastName('ann', true)).toMatchObject({ hidesLastName: true });
      expect(await players.find('ann')).toMatchObject({ hidesLastName: true });
      await expect(players.setHidesLastName('nobody', true)).rejects.toThrow();
    });

    test('hides being in the club', async () => {
      await signIn(players, 'ann');
      expect(await players.setHidesPresence('ann', true)).toMatchObject({ hidesPresence: true });
      expect(await players.find('ann')).toMatchObject({ hidesPresence: true });
      expect(await players.hidingPresence()).toEqual(['ann']);
      await expect(players.setHidesPresence('nobody', true)).rejects.toThrow();
    });

    test('was seen last when last seen, whatever comes late', async () => {
      await signIn(players, 'ann', 1_000);
      await players.seen('ann', 3_000);
      await players.seen('ann', 2_000);
      await players.seen('nobody', 2_000);
      expect(await players.find('ann')).toMatchObject({ lastSeen: 3_000, memberSince: 1_000 });
    });

    test('remembers since when sessions count', async () => {
      await signIn(players, 'ann');
      await signIn(players, 'bob');
      await players.endSessions('ann', 5_000);
      await players.endSessions('ann', 4_000);
      expect(await players.find('ann')).toMatchObject({ sessionsSince: 5_000 });
      expect(await players.sessionsEndedSince(5_000)).toEqual([
        { id: 'ann', sessionsSince: 5_000 },
      ]);
      expect(await players.sessionsEndedSince(5_001)).toEqual([]);
    });

    test('a ban is kept until it is lifted, and is found by whoever looks', async () => {
      const ban = { reason: 'Письма с бранью', until: 5_000 };
      await signIn(players, 'ann');
      await signIn(players, 'bob');
      expect(await players.setBan('ann', ban)).toMatchObject({ id: 'ann', ban });
      expect(await players.find('ann')).toMatchObject({ ban });
      expect((await players.banned(4_999)).map(({ id }) => id)).toEqual(['ann']);
      expect(await players.banned(5_000)).toEqual([]);
      expect((await players.decidedWithin(60_000)).map(({ id }) => id)).toEqual(['ann']);
      expect(await players.setBan('ann', null)).toMatchObject({ ban: null });
      expect(await players.banned(0)).toEqual([]);
      expect((await players.decidedWithin(60_000)).map(({ id }) => id)).toEqual(['ann']);
      await expect(players.setBan('nobody', ban)).rejects.toThrow();
    });

    test('a deleted account says nothing of the person, and nobody signs in to it', async () => {
      const person = await players.signIn(identity, 'ann', 1_000);
      await players.signIn(programOf(person), 'program', 1_000);
      await signIn(players, 'bob');
      const deleted = await players.delete('ann', 5_000, markOf);
      expect(deleted.map(({ id }) => id).sort()).toEqual(['ann', 'program']);
      for (const each of deleted) {
        expect(each).toMatchObject({ deletedAt: 5_000, sessionsSince: 5_000, ban: null });
        expect(JSON.stringify(each)).not.toMatch(/Анна|Ким|google/);
      }
      const cards = deleted.map(cardOf).sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(cards).toEqual([
        { id: 'ann', name: 'Former player', former: true },
        { id: 'program', name: 'Former player (bot)', computer: true, former: true },
      ]);
      expect(await players.findAccount(identity.issuer, identity.subject)).toBeUndefined();
      expect((await players.signIn(identity, 'ann-again', 6_000)).id).toBe('ann-again');
      expect((await players.decidedWithin(60_000)).map(({ id }) => id).sort()).toEqual([
        'ann',
        'program',
      ]);
      expect(await players.delete('ann', 9_000, markOf)).toEqual(
        await players.findMany(['ann', 'program']),
      );
      expect(await players.find('ann')).toMatchObject({ deletedAt: 5_000 });
      await expect(players.delete('nobody', 1, markOf)).rejects.toThrow();
      await expect(players.setBan('ann', { reason: 'late', until: 9 })).rejects.toThrow();
    });

    test('a ban outlasts the account: whoever signs in with it again takes it over, once', async () => {
      const ban = { reason: 'Письма с бранью', until: 9_000 };
      await players.signIn(identity, 'ann', 1_000);
      await players.setBan('ann', ban);
      const [deleted] = await players.delete('ann', 5_000, markOf);
      expect(deleted).toMatchObject({ ban: null });
      const mark = markOf(identity);
      await players.signIn(identity, 'ann-again', 6_000);
      expect(await players.takeOverBan('ann-again', 'another mark', 6_000)).toBeUndefined();
      expect(await players.takeOverBan('ann-again', mark, 9_000)).toBeUndefined();
      expect(await players.takeOverBan('ann-again', mark, 6_000)).toMatchObject({ ban });
      expect((await players.banned(6_000)).map(({ id }) => id)).toEqual(['ann-again']);
      expect((await players.decidedWithin(60_000)).map(({ id }) => id)).toContain('ann-again');
      // It is a ban like any other now: lifted is lifted.
      await players.setBan('ann-again', null);
      expect(await players.takeOverBan('ann-again', mark, 6_000)).toBeUndefined();
    });

    test('no ban, or one that is over, leaves no mark', async () => {
      await players.signIn(identity, 'ann', 1_000);
      await players.setBan('ann', { reason: 'x', until: 4_000 });
      await players.delete('ann', 5_000, markOf);
      await players.signIn(identity, 'bob', 6_000);
      expect(await players.takeOverBan('bob', markOf(identity), 1_000)).toBeUndefined();
    });

    test('remembers ended sessions while they would still count', async () => {
      await players.endSession('s1', 5_000);
      await players.endSession('s2', 9_000);
      await players.endSession('s2', 9_000);
      expect([...(await players.endedSessions(4_999))].sort()).toEqual(['s1', 's2']);
      expect(await players.endedSessions(5_000)).toEqual(['s2']);
    });
  });
}
