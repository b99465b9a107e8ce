import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClubMemory } from './club-memory.js';
import { ClubStatistics, recordsKept } from './club-statistics.js';
import type { Fact } from './fact.js';
import type { GameRecord } from './public-club.js';

const presetOf = (_game: string, { preset }: Readonly<Record<string, unknown>>) => String(preset);

const anyGame = fc.record({
  game: fc.constantFrom('chess', 'go'),
  preset: fc.constantFrom('fast', 'slow'),
  quarter: fc.integer({ min: 0, max: 6 }),
  minutes: fc.integer({ min: 1, max: 4 }),
  moves: fc.integer({ min: 1, max: 4 }),
  score: fc.integer({ min: -3, max: 3 }),
  reason: fc.constantFrom('played' as const, 'left' as const),
  house: fc.boolean(),
  tallies: fc.array(
    fc.record({
      of: fc.constantFrom('declarer', 'whister'),
      times: fc.nat(5),
      made: fc.nat(5),
      points: fc.integer({ min: -50, max: 50 }),
    }),
    { maxLength: 3 },
  ),
});

const anyGames = fc.array(anyGame, { maxLength: 40 }).map((games) =>
  games.map(({ game, preset, quarter, minutes, moves, score, reason, house, tallies }, at) => {
    const startedAt = quarter * 91 * 86_400_000;
    const seat = (id: string | null, place: number) => ({
      player: id === null ? null : { id, name: id },
      computer: id === null ? 'easy' : null,
      place,
      score: place === 1 ? score : -score,
      rating: null,
    });
    const record: GameRecord = {
      ...{ id: `g${at}`, game, ordinal: at + 1, table: 1, startedAt },
      finishedAt: startedAt + minutes * 60_000,
      conventions: { preset },
      rated: false,
      seats: [seat('ann', 1), seat(house ? null : 'bob', 2)],
      ...{ reason, offender: reason === 'left' ? 1 : null, fine: 0, moves, rulesVersion: 1 },
      steps: [],
      tallies: [tallies, []],
    };
    return record;
  }),
);

function counted(games: readonly GameRecord[]) {
  const statistics = new ClubStatistics(presetOf);
  for (const game of games) statistics.add(game);
  return statistics.all();
}

test('whatever the order of the games, the statistics are the same', () => {
  fc.assert(
    fc.property(anyGames, fc.infiniteStream(fc.nat()), (games, stream) => {
      const shuffled = games
        .map((game) => ({ game, at: stream.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ game }) => game);
      expect(counted(shuffled)).toEqual(counted(games));
    }),
  );
});

test('kept up game by game they are what counting all games gives, wherever counting stopped', () => {
  fc.assert(
    fc.property(anyGames, fc.nat(40), fc.boolean(), (games, cut, countsLate) => {
      const through = Math.min(cut, games.length);
      const start: Fact = {
        kind: 'statistics-counted',
        through,
        statistics: counted(games.slice(0, through)),
      };
      const finished = games.map((game): Fact => ({ kind: 'game-finished', game }));
      const memory = new ClubMemory(presetOf);
      for (const fact of countsLate ? [...finished, start] : [start, ...finished])
        memory.apply(fact);
      // Facts may come twice.
      for (const fact of finished) memory.apply(fact);
      expect(memory.statistics()).toEqual(counted(games));
      const copy = new ClubMemory(presetOf);
      copy.load(memory.snapshot());
      expect(copy.statistics()).toEqual(counted(games));
    }),
  );
});

test('every game is in one preset and one season, and a record is the first that was as good', () => {
  fc.assert(
    fc.property(anyGames, (games) => {
      for (const { game, all, byPreset, bySeason, records } of counted(games)) {
        const own = games.filter((each) => each.game === game);
        expect(all.games).toBe(own.length);
        for (const parts of [byPreset, bySeason])
          expect(parts.reduce((sum, { totals }) => sum + totals.games, 0)).toBe(own.length);
        const most = Math.max(...own.map(({ moves }) => moves));
        const [first] = own.filter(({ moves }) => moves === most);
        expect(records.moves[0]).toMatchObject({ gameId: first!.id, value: most });
        expect(records.moves.length).toBe(Math.min(own.length, recordsKept));
        const best = own
          .filter(({ reason }) => reason === 'played')
          .flatMap(({ seats }) => seats.flatMap(({ player, score }) => (player ? [score] : [])));
        expect(records.best[0]?.value).toBe(best.length > 0 ? Math.max(...best) : undefined);
      }
    }),
  );
});

test('a record bears the name that its player shows now', () => {
  const statistics = new ClubStatistics(presetOf);
  const [game] = fc.sample(
    anyGames.filter((games) => games.length > 0),
    { numRuns: 1, seed: 1 },
  )[0]!;
  statistics.add(game!);
  const [only] = statistics.withNames((player) => ({ ...player, name: 'Somebody' }));
  expect(only?.records.moves[0]?.players[0]?.name).toBe('Somebody');
});
