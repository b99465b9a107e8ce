import { ClubStatistics, gamesInSnapshot, profileFrom, type GameRecord } from '@trellis/facade';
import type { Storage } from '@trellis/storage';
import { beforeEach, describe, expect, test } from 'vitest';
import { anEnding, anEntry, signIn } from '../endings.js';

/** The presets of the contract's clubs: fast conventions are `fast`, all others one's own. */
export const presetOfTest = (_game: string, { moveTimeSec }: Readonly<Record<string, unknown>>) =>
  moveTimeSec === 10 ? 'fast' : 'own';

/** What every `ClubStore` promises. `make` gives an empty club that knows `presetOfTest`. */
export function clubStoreContract(name: string, make: () => Promise<Storage>): void {
  describe(`the public club: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await make();
    });

    async function play(...args: Parameters<typeof anEnding>): Promise<GameRecord> {
      const ending = anEnding(...args);
      await storage.journal.append(ending.tableId, [anEntry(1)]);
      return (await storage.results.finish(ending)).record;
    }

    test('an empty club is empty', async () => {
      expect(await storage.clubStore.snapshot()).toEqual({
        games: [],
        profiles: [],
        leaderboards: {},
        painters: [],
      });
      expect(await storage.clubStore.profile('nobody')).toBeUndefined();
      expect(await storage.clubStore.game('none')).toBeUndefined();
    });

    test('what a game was drawn from is in its record, word for word', async () => {
      await signIn(storage.players, 'ann');
      await signIn(storage.players, 'bob');
      const fairness = {
        commitment: 'c0'.repeat(32),
        secret: '5e'.repeat(32),
        contributions: ['ab'.repeat(32), null],
        before: 0,
      };
      const record = await play('g1', ['ann', 'bob'], { fairness });
      expect(record.fairness).toEqual(fairness);
      expect(await storage.clubStore.game('g1')).toEqual(record);
      expect(await play('g2', ['ann', 'bob'])).not.toHaveProperty('fairness');
      expect(await storage.clubStore.game('g2')).not.toHaveProperty('fairness');
    });

    test('shuffles are counted up to a game, once each, and on from there', async () => {
      await signIn(storage.players, 'ann');
      await signIn(storage.players, 'bob');
      const steps = [{ kind: 'shuffled' as const, order: [1, 0], at: 1 }];
      const first = await play('g1', ['ann', 'bob'], { steps });
      const second = await play('g2', ['ann', 'bob'], { steps });
      const counts = (shuffles: number) => [
        {
          game: 'tic-tac-toe',
          length: 2,
          shuffles,
          counts: [
            [0, shuffles],
            [shuffles, 0],
          ],
        },
      ];
      const { clubStore } = storage;
      expect((await clubStore.countDeals(first.ordinal)).deals).toEqual(counts(1));
      const both = { through: second.ordinal, deals: counts(2) };
      expect(await clubStore.countDeals(second.ordinal)).toEqual(both);
      expect(await clubStore.countDeals(second.ordinal)).toEqual(both);
    });

    test('statistics are of all games up to one, from what was stored with each', async () => {
      await signIn(storage.players, 'ann');
      await signIn(storage.players, 'bob');
      const tallies = [[{ of: 'declarer', times: 3, made: 2, points: -7 }], []];
      const first = await play('g1', ['ann', 'bob'], { tallies });
      const second = await play('g2', ['bob', 'ann'], { conventions: { moveTimeSec: 10 } });
      expect(first.tallies).toEqual(tallies);
      expect(second).not.toHaveProperty('tallies');
      expect((await storage.clubStore.game('g1'))?.tallies).toEqual(tallies);
      for (const games of [[], [first], [first, second]]) {
        const statistics = new ClubStatistics(presetOfTest);
        for (const game of games) statistics.add(game);
        const through = games.at(-1)?.ordinal ?? 0;
        const counted = { through, statistics: statistics.all() };
        expect(await storage.clubStore.countStatistics(through)).toEqual(counted);
      }
      expect((await storage.clubStore.profile('ann'))?.games[0]?.tallies).toEqual(tallies[0]);
    });

    test('what is stored of a game for statistics is checked against its record, and corrected', async () => {
      await signIn(storage.players, 'ann');
      await signIn(storage.players, 'bob');
      const right = [[{ of: 'declarer', times: 3, made: 2, points: -7 }], []];
      await play('right', ['ann', 'bob'], { tallies: right });
      await play('wrong', ['ann', 'bob'], { tallies: [[], []] });
      await play('older', ['ann', 'bob']);
      await play('silent', ['ann', 'bob']);
      const of = ({ id }: GameRecord) => (id === 'silent' ? undefined : right);
      const report = { games: 4, differ: ['wrong', 'older'] };
      expect(await storage.tallies.check(of)).toEqual(report);
      expect(await storage.tallies.rebuild(of)).toEqual(report);
      expect(await storage.tallies.check(of)).toEqual({ games: 4, differ: [] });
      expect((await storage.clubStore.game('older'))?.tallies).toEqual(right);
    });

    test('a snapshot holds games, profiles and leaderboards', async () => {
      await signIn(storage.players, 'ann', 1_000);
      await signIn(storage.players, 'bob', 2_000);
      await signIn(storage.players, 'carol', 3_000);
      const games = [
        await play('g1', ['ann', 'bob']),
        await play('g2', ['bob', 'ann'], { conventions: { moveTimeSec: 10 } }),
        await play('g3', ['ann', 'bob'], { game: 'preferans' }),
      ];
      const snapshot = await storage.clubStore.snapshot();
      expect(snapshot.games).toEqual(games.toReversed());
      expect(snapshot.profiles.map(({ player }) => player.id)).toEqual(['carol', 'bob', 'ann']);
      const ann = { player: { id: 'ann', name: 'Ann Lee' }, memberSince: 1_000, lastSeen: 1_000 };
      const expected = profileFrom(ann, games, presetOfTest);
      expect(snapshot.profiles[2]).toEqual(expected);
      expect(await storage.clubStore.profile('ann')).toEqual(expected);
      expect(expected.games.map(({ game, byPreset }) => [game, Object.keys(byPreset)])).toEqual([
        ['tic-tac-toe', ['own', 'fast']],
        ['preferans', ['own']],
      ]);
      const board = (game: string) =>
        snapshot.leaderboards[game]?.map(({ player, played }) => [player.id, played]);
      expect(Object.keys(snapshot.leaderboards).sort()).toEqual(['preferans', 'tic-tac-toe']);
      expect(board('preferans')).toEqual([
        ['ann', 1],
        ['bob', 1],
      ]);
      for (const [game, rows] of Object.entries(snapshot.leaderboards)) {
        for (const { player, rating } of rows) {
          const last = games.filter((each) => each.game === game).at(-1);
          const seat = last?.seats.find((each) => each.player?.id === player.id);
          expect(seat?.rating?.after).toBe(rating);
        }
      }
    });

    test('everywhere the name that a player shows now', async () => {
      for (const id of ['ann', 'bob']) await signIn(storage.players, id);
      await play('g1', ['ann', 'bob']);
      await storage.players.setHidesLastName('bob', true);
      const { games, profiles, leaderboards } = await storage.clubStore.snapshot();
      const shown = JSON.stringify([games, profiles, leaderboards]);
      expect(shown).toContain('Bob L.');
      expect(shown).not.toContain('Bob Lee');
    });

    test('a snapshot holds the newest games only, the store all', async () => {
      for (const id of ['ann', 'bob']) await signIn(storage.players, id);
      const total = gamesInSnapshot + 5;
      const ids = Array.from({ length: total }, (_, index) => `g${index}`);
      const ordinals: number[] = [];
      for (let at = 0; at < total; at += 20) {
        const ended = ids
          .slice(at, at + 20)
          .map((id) =>
            storage.results.finish(anEnding(id, ['ann', 'bob'], { seq: 1, rated: false })),
          );
        ordinals.push(...(await Promise.all(ended)).map(({ record }) => record.ordinal));
      }
      const { games } = await storage.clubStore.snapshot();
      expect(games.map(({ ordinal }) => ordinal)).toEqual(
        ordinals.sort((a, b) => b - a).slice(0, gamesInSnapshot),
      );
      expect(await storage.clubStore.game('g0')).toMatchObject({ id: 'g0' });
      expect((await storage.clubStore.profile('ann'))?.games[0]?.played).toBe(total);
    });
  });
}
