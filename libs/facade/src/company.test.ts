import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClubMemory } from './club-memory.js';
import { companyShown, withCompanyShown } from './company.js';
import { profileFrom } from './profile.js';
import type { Companion, GameRecord, PlayerCard } from './public-club.js';

const presetOf = () => 'standard';
const card = (id: string): PlayerCard => ({ id, name: id });
const head = { player: card('ann'), memberSince: 1, lastSeen: 2 };
const nothing = { tables: [], games: [], profiles: [], leaderboards: {} };

interface Came {
  readonly id: string;
  readonly place: number;
  readonly score: number;
}

function aGame(ordinal: number, game: string, came: readonly Came[]): GameRecord {
  const seats = came.map(({ id, place, score }) => ({
    ...(id === 'house' ? { player: null, computer: 'club' } : { player: card(id), computer: null }),
    ...{ place, score, rating: null },
  }));
  return {
    ...{ id: `g${ordinal}`, game, ordinal, table: 1, conventions: {}, seats, rated: false },
    ...{ startedAt: ordinal * 100, finishedAt: ordinal * 100 + 50, reason: 'played' },
    ...{ offender: null, fine: 0, moves: 5, rulesVersion: 1, steps: [] },
  };
}

const anyGames = fc
  .array(
    fc.record({
      game: fc.constantFrom('chess', 'preferans'),
      others: fc.subarray(['bob', 'carol', 'dan', 'house'], { minLength: 1, maxLength: 3 }),
      places: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
      scores: fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 4, maxLength: 4 }),
      annIn: fc.integer({ min: 0, max: 9 }).map((each) => each > 0),
    }),
    { maxLength: 90 },
  )
  .map((games) =>
    games.map(({ game, others, places, scores, annIn }, index) =>
      aGame(
        index + 1,
        game,
        [...(annIn ? ['ann'] : []), ...others].map((id, seat) => ({
          ...{ id, place: places[seat]!, score: scores[seat]! },
        })),
      ),
    ),
  );

/** Counted anew from the games, person by person, in another way than profiles do. */
function recounted(games: readonly GameRecord[], game: string): Companion[] {
  const found = ['bob', 'carol', 'dan'].flatMap((id) => {
    const pairs = games.flatMap((each) => {
      const [ann, other] = ['ann', id].map((who) =>
        each.seats.find(({ player }) => player?.id === who),
      );
      return each.game === game && ann && other ? [{ ann, other }] : [];
    });
    if (pairs.length === 0) return [];
    const count = (is: (difference: number) => boolean) =>
      pairs.filter(({ ann, other }) => is(ann.place - other.place)).length;
    return {
      ...{ player: card(id), played: pairs.length },
      ...{ won: count((d) => d < 0), drawn: count((d) => d === 0), lost: count((d) => d > 0) },
      points: pairs.reduce((sum, { ann }) => sum + ann.score, 0),
    };
  });
  return found.sort((a, b) => b.played - a.played || (a.player.id < b.player.id ? -1 : 1));
}

function companyIn(memory: ClubMemory, game: string): readonly Companion[] {
  return memory.profile('ann')?.games.find((each) => each.game === game)?.company ?? [];
}

describe('company', () => {
  test('kept up game by game equals a count of all games, after a restart at any moment, too', () => {
    fc.assert(
      fc.property(anyGames, fc.nat(), (games, cut) => {
        const before = games.slice(0, cut % (games.length + 1));
        const memory = new ClubMemory(presetOf);
        // As after a start: what was over is counted by storage, the rest comes as facts.
        memory.load({ ...nothing, profiles: [profileFrom(head, before, presetOf)] });
        for (const game of games.slice(before.length))
          memory.apply({ kind: 'game-finished', game });
        // The site's memory, made of this one's snapshot.
        const site = new ClubMemory(presetOf);
        site.load(memory.snapshot());
        for (const game of ['chess', 'preferans'])
          for (const each of [memory, site])
            expect(companyIn(each, game)).toEqual(recounted(games, game));
      }),
      { numRuns: 60 },
    );
  });

  test('is what storage says after a game was annulled, and games that end since are in it', () => {
    const came = (annFirst: boolean) => [
      { id: 'ann', place: annFirst ? 1 : 2, score: annFirst ? 10 : -10 },
      { id: 'bob', place: annFirst ? 2 : 1, score: annFirst ? -10 : 10 },
    ];
    const games = [aGame(1, 'chess', came(true)), aGame(2, 'chess', came(false))];
    const memory = new ClubMemory(presetOf);
    memory.load({ ...nothing, profiles: [profileFrom(head, [], presetOf)] });
    for (const game of games) memory.apply({ kind: 'game-finished', game });
    const read = { games: [games[0]!], leaderboards: {} };
    memory.renew({ ...read, profiles: [profileFrom(head, [games[0]!], presetOf)] });
    expect(companyIn(memory, 'chess')).toEqual(recounted(games, 'chess'));
  });

  test('who deleted his account is there under his neutral name', () => {
    const memory = new ClubMemory(presetOf);
    memory.load({ ...nothing, profiles: [profileFrom(head, [], presetOf)] });
    const came = ['ann', 'bob'].map((id, seat) => ({ id, place: seat + 1, score: 1 }));
    memory.apply({ kind: 'game-finished', game: aGame(1, 'chess', came) });
    const former = { id: 'bob', name: 'Former player', former: true } as const;
    memory.apply({ kind: 'player-renamed', player: former, at: 9 });
    expect(companyIn(memory, 'chess')).toMatchObject([{ player: former, played: 1 }]);
  });

  test('of hundreds of people all are counted and ten are shown', () => {
    const games = Array.from({ length: 300 }, (_, index) =>
      aGame(index + 1, 'chess', [
        { id: 'ann', place: 1, score: 1 },
        { id: `p${index % 150}`, place: 2, score: 0 },
      ]),
    );
    // The one that came last passes all others with his third game.
    const last = aGame(301, 'chess', [
      { id: 'ann', place: 2, score: 0 },
      { id: 'p149', place: 1, score: 1 },
    ]);
    const profile = profileFrom(head, [...games, last], presetOf);
    expect(profile.games[0]?.company).toHaveLength(150);
    const shown = withCompanyShown(profile).games[0]?.company;
    expect(shown).toHaveLength(companyShown);
    expect(shown?.[0]).toEqual({
      ...{ player: card('p149'), played: 3, won: 2, drawn: 0, lost: 1, points: 2 },
    });
  });
});
