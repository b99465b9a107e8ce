import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileFrom, withGame } from './profile.js';
import type { FinishedSeat, GameSummary, Profile } from './public-club.js';

const ann = { player: { id: 'ann', name: 'Ann' }, memberSince: 1, lastSeen: 2 };
const presetOf = (game: string, conventions: object) =>
  'preset' in conventions ? String(conventions.preset) : 'own';

function aSeat(id: string, place: number, rating?: number): FinishedSeat {
  return {
    player: { id, name: id },
    computer: null,
    place,
    score: 10 - place,
    rating:
      rating === undefined
        ? null
        : { player: id, before: 1500, after: rating, provisional: rating < 1600 },
  };
}

function aGame(ordinal: number, seats: readonly FinishedSeat[], rest: Partial<GameSummary> = {}) {
  const game: GameSummary = {
    id: `game-${ordinal}`,
    game: 'tic-tac-toe',
    ordinal,
    table: 1,
    startedAt: ordinal * 10,
    finishedAt: ordinal * 10 + 5,
    conventions: {},
    rated: true,
    seats,
    reason: 'played',
    offender: null,
    fine: 0,
    moves: 9,
    ...rest,
  };
  return game;
}

const anyGame = fc
  .record({
    game: fc.constantFrom('tic-tac-toe', 'preferans'),
    others: fc.subarray(['bob', 'carol', 'dan'], { minLength: 1 }),
    places: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
    rated: fc.boolean(),
    rating: fc.integer({ min: 1400, max: 1700 }),
    preset: fc.constantFrom('own', 'sochi'),
    offender: fc.constantFrom(null, 0, 1),
  })
  .map(
    ({ game, others, places, rated, rating, preset, offender }) =>
      (ordinal: number) =>
        aGame(
          ordinal,
          ['ann', ...others].map((id, seat) =>
            aSeat(id, places[seat] ?? 1, rated ? rating + seat : undefined),
          ),
          {
            game,
            rated,
            conventions: { preset },
            offender,
            reason: offender === null ? 'played' : 'time',
          },
        ),
  );
const anyGames = fc
  .array(anyGame, { maxLength: 70 })
  .map((games) => games.map((game, index) => game(index + 1)));

test('a profile counts places, presets, forfeits and opponents', () => {
  const profile = profileFrom(
    ann,
    [
      aGame(1, [aSeat('ann', 1, 1540), aSeat('bob', 2, 1460)], { conventions: { preset: 'fast' } }),
      aGame(2, [aSeat('ann', 2, 1500), aSeat('bob', 1, 1500)], { reason: 'left', offender: 0 }),
      aGame(3, [aSeat('carol', 1), aSeat('ann', 1), aSeat('bob', 3)], { rated: false }),
      aGame(4, [aSeat('carol', 1), aSeat('bob', 2)]),
    ],
    presetOf,
  );
  expect(profile.games).toEqual([
    {
      game: 'tic-tac-toe',
      played: 3,
      won: 1,
      drawn: 1,
      lost: 1,
      rating: 1500,
      provisional: true,
      curve: [
        { at: 15, gameId: 'game-1', rating: 1540 },
        { at: 25, gameId: 'game-2', rating: 1500 },
      ],
      byPreset: {
        fast: { played: 1, won: 1, drawn: 0, lost: 0 },
        own: { played: 2, won: 0, drawn: 1, lost: 1 },
      },
      bySeason: { '1970-1': { played: 3, won: 1, drawn: 1, lost: 1 } },
      forfeits: 1,
      company: [
        { player: { id: 'bob', name: 'bob' }, played: 3, won: 2, drawn: 0, lost: 1, points: 26 },
        { player: { id: 'carol', name: 'carol' }, played: 1, won: 0, drawn: 1, lost: 0, points: 9 },
      ],
      tallies: [],
    },
  ]);
  expect(profile.recent.map(({ id }) => id)).toEqual(['game-3', 'game-2', 'game-1']);
});

test('what was done in several games is added up', () => {
  const declared = (made: number, points: number) => ({ of: 'declarer', times: 2, made, points });
  const games = [
    { ...aGame(1, [aSeat('bob', 1), aSeat('ann', 2)]), tallies: [[], [declared(1, 8)]] },
    { ...aGame(2, [aSeat('ann', 1), aSeat('bob', 2)]), tallies: [[declared(2, -3)], []] },
    aGame(3, [aSeat('ann', 1), aSeat('bob', 2)]),
  ];
  const { games: stats, recent } = profileFrom(ann, games, presetOf);
  expect(stats[0]?.tallies).toEqual([{ of: 'declarer', times: 4, made: 3, points: 5 }]);
  expect(recent[0]).not.toHaveProperty('tallies');
});

test('a game against the computer counts, but nobody was met', () => {
  const computer: FinishedSeat = {
    player: null,
    computer: 'club',
    place: 2,
    score: 0,
    rating: null,
  };
  const profile = profileFrom(ann, [aGame(1, [aSeat('ann', 1), computer])], presetOf);
  expect(profile.games).toMatchObject([{ played: 1, won: 1, rating: null }]);
  expect(profile.games[0]?.company).toEqual([]);
});

test('an opponent is called as in the newest game, whichever came first', () => {
  const renamed = { ...aSeat('bob', 2), player: { id: 'bob', name: 'Robert' } };
  const games = [
    aGame(1, [aSeat('ann', 1), aSeat('bob', 2)]),
    aGame(2, [aSeat('ann', 1), renamed]),
  ];
  for (const order of [games, games.toReversed()]) {
    const profile = order.reduce((each, game) => withGame(each, game, presetOf), empty());
    expect(profile.games[0]?.company[0]?.player.name).toBe('Robert');
  }
});

test('a list of games holds no moves, even when it is fed with records', () => {
  const record = { ...aGame(1, [aSeat('ann', 1), aSeat('bob', 2)]), rulesVersion: 1, steps: [] };
  expect(withGame(empty(), record, presetOf).recent[0]).not.toHaveProperty('steps');
});

test('game by game, twice, or a little late: the profile is the same as from all games at once', () => {
  fc.assert(
    fc.property(anyGames, fc.integer({ min: 1, max: 20 }), (games, delay) => {
      const whole = profileFrom(ann, games, presetOf);
      const inOrder = games.reduce((profile, game) => withGame(profile, game, presetOf), empty());
      expect(inOrder).toEqual(whole);
      const late = chunksReversed(games, delay);
      const outOfOrder = [...late, ...games].reduce(
        (profile, game) => withGame(profile, game, presetOf),
        empty(),
      );
      expect(outOfOrder).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

function empty(): Profile {
  return profileFrom(ann, [], presetOf);
}

function chunksReversed<T>(values: readonly T[], size: number): T[] {
  const chunks: T[][] = [];
  for (let at = 0; at < values.length; at += size)
    chunks.push(values.slice(at, at + size).reverse());
  return chunks.flat();
}
