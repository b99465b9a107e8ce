import { seededRandom } from '@trellis/games/kit';
import { JournalConflict } from '@trellis/tables';
import type { Storage } from '@trellis/storage';
import { beforeEach, describe, expect, test } from 'vitest';
import { anEnding, anEntry, signIn } from '../endings.js';

/** What every `Results` promises. `make` gives an empty club. */
export function resultsContract(name: string, make: () => Promise<Storage>): void {
  describe(`results: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await make();
      for (const id of ['ann', 'bob', 'carol', 'dan']) await signIn(storage.players, id);
    });

    async function play(...args: Parameters<typeof anEnding>) {
      const ending = anEnding(...args);
      await storage.journal.append(ending.tableId, [anEntry(1)]);
      return storage.results.finish(ending);
    }

    test('writes the result, the ratings and the record, and leaves the journal one entry', async () => {
      const { finished, record } = await play('g1', ['ann', 'bob']);
      expect(record).toEqual({
        id: 'g1',
        game: 'tic-tac-toe',
        ordinal: record.ordinal,
        table: 7,
        startedAt: 10_000,
        finishedAt: 20_000,
        conventions: { moveTimeSec: 300 },
        rated: true,
        seats: [
          {
            player: { id: 'ann', name: 'Ann Lee' },
            computer: null,
            place: 1,
            score: 1,
            rating: { player: 'ann', before: 1500, after: 1605, provisional: true },
          },
          {
            player: { id: 'bob', name: 'Bob Lee' },
            computer: null,
            place: 2,
            score: 0,
            rating: { player: 'bob', before: 1500, after: 1395, provisional: true },
          },
        ],
        reason: 'played',
        offender: null,
        fine: 0,
        moves: 1,
        rulesVersion: 1,
        steps: [{ kind: 'acted', seat: 0, action: { cell: 4 }, at: 15_000 }],
      });
      expect(finished.ratings).toEqual(record.seats.map(({ rating }) => rating));
      expect(await storage.journal.read('table-of-g1')).toEqual([finished]);
      expect(await storage.clubStore.game('g1')).toEqual(record);
    });

    test('the table goes on after the end', async () => {
      const { finished } = await play('g1', ['ann', 'bob']);
      await storage.journal.append('table-of-g1', [anEntry(finished.seq + 1)]);
      expect(await storage.journal.read('table-of-g1')).toHaveLength(2);
    });

    test('a lost answer: finishing again changes nothing and says the same', async () => {
      const first = await play('g1', ['ann', 'bob']);
      expect(await storage.results.finish(anEnding('g1', ['ann', 'bob']))).toEqual(first);
      await play('g2', ['ann', 'bob']);
      expect(await storage.results.finish(anEnding('g1', ['ann', 'bob']))).toEqual(first);
      expect((await storage.clubStore.snapshot()).games).toHaveLength(2);
      expect(await storage.ledger.check()).toMatchObject({ games: 2, differences: [] });
    });

    test('the same end asked for by many at once is written once', async () => {
      await storage.journal.append('table-of-g1', [anEntry(1)]);
      const endings = await Promise.all(
        Array.from({ length: 5 }, () => storage.results.finish(anEnding('g1', ['ann', 'bob']))),
      );
      for (const ending of endings) expect(ending).toEqual(endings[0]);
      expect((await storage.clubStore.snapshot()).games).toHaveLength(1);
      expect(await storage.ledger.check()).toMatchObject({ games: 1, differences: [] });
    });

    test('an owner who lost his table writes nothing', async () => {
      await storage.journal.append('table-of-g1', [anEntry(1), anEntry(2)]);
      await expect(storage.results.finish(anEnding('g1', ['ann', 'bob']))).rejects.toThrow(
        JournalConflict,
      );
      expect(await storage.journal.read('table-of-g1')).toHaveLength(2);
      expect(await storage.clubStore.game('g1')).toBeUndefined();
      expect((await storage.clubStore.snapshot()).leaderboards['tic-tac-toe'] ?? []).toEqual([]);
    });

    test('an owner who lost his table cannot write behind the end', async () => {
      await storage.journal.append('table-of-g1', [anEntry(1), anEntry(2), anEntry(3)]);
      await storage.results.finish(anEnding('g1', ['ann', 'bob'], { seq: 4 }));
      await expect(storage.journal.append('table-of-g1', [anEntry(4)])).rejects.toThrow(
        JournalConflict,
      );
      await expect(storage.journal.append('table-of-g1', [anEntry(2)])).rejects.toThrow(
        JournalConflict,
      );
      expect(await storage.journal.read('table-of-g1')).toHaveLength(1);
    });

    test('the end of a game whose table has moved on is a conflict', async () => {
      await play('g1', ['ann', 'bob']);
      await storage.journal.forget('table-of-g1');
      await expect(storage.results.finish(anEnding('g1', ['ann', 'bob']))).rejects.toThrow(
        JournalConflict,
      );
      expect((await storage.clubStore.snapshot()).games).toHaveLength(1);
    });

    test('only games between people, all different, that agreed to it are rated', async () => {
      const computer = { kind: 'computer' as const, level: 'club' };
      const ann = { kind: 'player' as const, player: 'ann' };
      const unrated = [
        await play('g1', ['ann'], { seats: [ann, computer] }),
        await play('g2', ['ann'], { seats: [ann, ann] }),
        await play('g3', ['ann', 'bob'], { rated: false }),
      ];
      for (const { record, finished } of unrated) {
        expect(record.rated).toBe(false);
        expect(finished.ratings).toEqual([]);
        expect(record.seats.map(({ rating }) => rating)).toEqual([null, null]);
      }
      expect(unrated[0]?.record.seats[1]).toMatchObject({ player: null, computer: 'club' });
      expect((await storage.clubStore.snapshot()).leaderboards['tic-tac-toe'] ?? []).toEqual([]);
    });

    test('people are rated among themselves where a table agreed to that with a computer', async () => {
      const computer = { kind: 'computer' as const, level: 'club' };
      const player = (id: string) => ({ kind: 'player' as const, player: id });
      const { record } = await play('g1', ['ann', 'bob'], {
        seats: [player('ann'), computer, player('bob')],
        result: { places: [3, 1, 2], scores: [0, 2, 1], reason: 'played', fine: 0 },
      });
      expect(record.rated).toBe(true);
      const [ann, , bob] = record.seats.map(({ rating }) => rating);
      expect(record.seats[1]?.rating).toBeNull();
      expect(ann!.after).toBeLessThan(ann!.before);
      expect(bob!.after).toBeGreaterThan(bob!.before);
      expect(await storage.ledger.check()).toMatchObject({ games: 1, differences: [] });
    });

    test('three and four seats, equal places, fines and fractions', async () => {
      const { record } = await play('g1', ['ann', 'bob', 'carol', 'dan'], {
        number: null,
        result: {
          places: [2, 1, 2, 4],
          scores: [-0.1, 1 / 3, 1e-9, -1234.5678901234567],
          reason: 'left',
          offender: 3,
          fine: 12.5,
        },
      });
      expect(await storage.clubStore.game('g1')).toEqual(record);
      expect(record).toMatchObject({ table: null, reason: 'left', offender: 3, fine: 12.5 });
      expect(record.seats.map(({ score }) => score)).toEqual([
        -0.1,
        1 / 3,
        1e-9,
        -1234.5678901234567,
      ]);
      expect(await storage.ledger.check()).toMatchObject({ differences: [] });
    });

    test('each kind of game has its own ratings', async () => {
      await play('g1', ['ann', 'bob']);
      const { record } = await play('g2', ['ann', 'bob'], { game: 'preferans' });
      expect(record.seats[0]?.rating).toMatchObject({ before: 1500 });
    });

    test('a player is provisional for ten games', async () => {
      for (let game = 1; game <= 10; game++) {
        const { record } = await play(`g${game}`, ['ann', 'bob']);
        expect(record.seats[0]?.rating?.provisional).toBe(game < 10);
      }
      const board = (await storage.clubStore.snapshot()).leaderboards['tic-tac-toe'];
      expect(board?.[0]).toMatchObject({ provisional: false, played: 10 });
    });

    test('games that share players and end together: the ledger is what its games say', async () => {
      const random = seededRandom(7);
      const people = ['ann', 'bob', 'carol', 'dan'];
      const games = Array.from({ length: 40 }, (_, index) => {
        const start = Math.floor(random() * 4);
        const count = 2 + Math.floor(random() * 3);
        const seats = [...people, ...people].slice(start, start + count);
        if (random() < 0.5) seats.reverse();
        const places = seats.map(() => 1 + Math.floor(random() * count));
        return anEnding(`g${index}`, seats, {
          result: { places, scores: places, reason: 'played', fine: 0 },
        });
      });
      for (const { tableId } of games) await storage.journal.append(tableId, [anEntry(1)]);
      const ended = await Promise.all(games.map((game) => storage.results.finish(game)));
      expect(new Set(ended.map(({ record }) => record.ordinal)).size).toBe(40);
      expect(await storage.ledger.check()).toEqual({ games: 40, differences: [] });
      expect(await storage.ledger.rebuild()).toEqual({ games: 40, differences: [] });
      const board = (await storage.clubStore.snapshot()).leaderboards['tic-tac-toe'] ?? [];
      const seatsInAll = ended.reduce((sum, { record }) => sum + record.seats.length, 0);
      expect(board.reduce((sum, { played }) => sum + played, 0)).toBe(seatsInAll);
    });
  });
}
