import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { ClubMemory } from './club-memory.js';
import type { Fact } from './fact.js';
import { profileFrom } from './profile.js';
import type { GameRecord, PlayerCard, TableRow } from './public-club.js';
import {
  gamePage,
  hallPage,
  hallsPage,
  homePage,
  leaderboardsPage,
  playerPage,
  tablePage,
  topicsTouchedBy,
  type PublicPage,
} from './public-pages.js';

const presetOf = () => 'standard';
const people = ['ann', 'bob', 'cyd', 'dee'];
const card = (id: string, name = id): PlayerCard => ({ id, name });

function aTable(id: string, version: number, change: Partial<TableRow> = {}): TableRow {
  return {
    id,
    game: 'chess',
    number: 1,
    phase: 'playing',
    version,
    setBy: card('ann'),
    conventions: null,
    seats: [{ kind: 'player', player: card('ann') }, { kind: 'empty' }],
    gameId: null,
    ...change,
  };
}

function aGame(
  ordinal: number,
  [winner, loser]: readonly [string, string],
  game = 'chess',
): GameRecord {
  const seat = (id: string, place: number) => ({
    player: card(id),
    computer: null,
    place,
    score: 2 - place,
    rating: { player: id, before: 1500, after: 1500 + ordinal, provisional: ordinal < 4 },
  });
  return {
    id: `g${ordinal}`,
    game,
    ordinal,
    table: 1,
    startedAt: ordinal * 100,
    finishedAt: ordinal * 100 + 50,
    conventions: {},
    rated: true,
    seats: [seat(winner, 1), seat(loser, 2)],
    reason: 'played',
    offender: null,
    fine: 0,
    moves: 5,
    rulesVersion: 1,
    steps: [],
  };
}

/** Facts as a club makes them: of one thing no two are true at the same time. */
const anyFacts = fc
  .array(
    fc.record({
      kind: fc.constantFrom('table', 'gone', 'game', 'profile', 'renamed', 'seen', 'counts'),
      who: fc.constantFrom(...people),
      other: fc.constantFrom('eve', 'fay'),
      where: fc.integer({ min: 1, max: 3 }),
      game: fc.constantFrom('chess', 'go'),
      flag: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((steps) =>
    steps.map(({ kind, who, other, where, game, flag }, index): Fact => {
      const at = index + 1;
      switch (kind) {
        case 'table':
          return {
            kind: 'table-changed',
            table: aTable(`${game}${where}`, at, {
              game,
              number: where,
              phase: flag ? 'playing' : 'gathering',
              seats: [{ kind: 'player', player: card(who) }, { kind: 'empty' }],
            }),
          };
        case 'gone':
          return { kind: 'table-gone', id: `${game}${where}`, version: at };
        case 'game':
          return { kind: 'game-finished', game: aGame(at, [who, other], game) };
        case 'profile':
          return {
            kind: 'profile-known',
            profile: profileFrom(
              { player: card(who, `${who} ${at}`), memberSince: 1, lastSeen: 2 },
              [],
              presetOf,
            ),
            at,
          };
        case 'renamed':
          return { kind: 'player-renamed', player: card(who, `${who} the ${at}th`), at };
        case 'seen':
          return { kind: 'player-seen', player: who, online: flag, at };
        case 'counts':
          return {
            kind: 'counts-changed',
            counts: { players: at, visitors: where, tablesInPlay: 0 },
            halls: flag ? { chess: at } : {},
            at,
          };
      }
      throw new Error(kind);
    }),
  );

const games = ['chess', 'go'];
const pages: Readonly<Record<string, PublicPage<unknown>>> = {
  home: homePage(games),
  halls: hallsPage(games),
  leaderboards: leaderboardsPage(games),
  ...Object.fromEntries(games.map((game) => [`hall ${game}`, hallPage(game)])),
  ...Object.fromEntries([...people, 'eve'].map((id) => [`player ${id}`, playerPage(id)])),
  ...Object.fromEntries(
    games.flatMap((game) => [1, 2, 3].map((n) => [`table ${game}${n}`, tablePage(`${game}${n}`)])),
  ),
  ...Object.fromEntries([1, 2, 3, 9].map((n) => [`game g${n}`, gamePage(`g${n}`)])),
};

const everyPage = (memory: ClubMemory) =>
  Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, page.read(memory)]));

function memoryOf(facts: readonly Fact[]): ClubMemory {
  const memory = new ClubMemory(presetOf);
  for (const fact of facts) memory.apply(fact);
  return memory;
}

test('late and repeated facts end in the same memory, whatever the order', () => {
  const shuffled = anyFacts.chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      // Every fact once, and some again, anywhere.
      again: fc
        .subarray(facts)
        .chain((some) =>
          fc.shuffledSubarray([...facts, ...some], { minLength: facts.length + some.length }),
        ),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ facts, again }) => {
      expect(everyPage(memoryOf(again))).toEqual(everyPage(memoryOf(facts)));
    }),
    { numRuns: 300 },
  );
});

test('a table that was taken for gone as it is comes back as it is; one that has ended does not', () => {
  const table = aTable('t', 7);
  const told: Fact = { kind: 'table-changed', table };
  const memory = memoryOf([told, { kind: 'table-gone', id: 't', version: 7 }]);
  const shown = () => memory.hall('chess').slots.flatMap((row) => row?.id ?? []);
  expect(shown()).toEqual([]);
  memory.apply(told);
  expect(shown()).toEqual(['t']);
  memory.apply({ kind: 'table-gone', id: 't', version: 8 });
  memory.apply(told);
  expect(shown()).toEqual([]);
});

test('a memory that loads the snapshot of another holds the same', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(30), (facts, moment) => {
      const [before, after] = [facts.slice(0, moment), facts.slice(moment)];
      const memory = memoryOf(before);
      const other = new ClubMemory(presetOf);
      other.load(JSON.parse(JSON.stringify(memory.snapshot())));
      expect(everyPage(other)).toEqual(everyPage(memory));
      for (const fact of after) {
        memory.apply(fact);
        other.apply(fact);
      }
      expect(everyPage(other)).toEqual(everyPage(memory));
    }),
  );
});

test('a page whose topics a fact does not touch reads the same after it', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const memory = new ClubMemory(presetOf);
      let before = everyPage(memory);
      for (const fact of facts) {
        const touched = new Set<string>(topicsTouchedBy(fact, memory));
        memory.apply(fact);
        const after = everyPage(memory);
        for (const [name, { topics }] of Object.entries(pages)) {
          if (!topics.some((topic) => touched.has(topic)))
            expect(after[name]).toEqual(before[name]);
        }
        before = after;
      }
    }),
    { numRuns: 300 },
  );
});

describe('a finished game', () => {
  let memory: ClubMemory;
  beforeEach(() => {
    const head = { memberSince: 1, lastSeen: 2 };
    memory = memoryOf(
      people.map((id) => ({
        kind: 'profile-known',
        profile: profileFrom({ player: card(id), ...head }, [], presetOf),
        at: 1,
      })),
    );
    memory.apply({ kind: 'game-finished', game: aGame(7, ['ann', 'bob']) });
  });

  test('stands among the recent ones, and can be replayed', () => {
    expect(memory.recentGames(5).map(({ id }) => id)).toEqual(['g7']);
    expect(memory.recentGames(5, 'go')).toEqual([]);
    expect(memory.recentGames(5)[0]).not.toHaveProperty('steps');
    expect(memory.game('g7')).toHaveProperty('steps');
  });

  test('is in the profiles of its players', () => {
    expect(memory.profile('ann')?.games[0]).toMatchObject({ won: 1, played: 1, rating: 1507 });
    expect(memory.profile('bob')?.games[0]?.company).toMatchObject([
      { player: card('ann'), played: 1, lost: 1 },
    ]);
    expect(memory.profile('cyd')?.games).toEqual([]);
  });

  test('moves its players on the leaderboard, provisional ones after the established', () => {
    memory.apply({ kind: 'game-finished', game: aGame(9, ['cyd', 'ann']) });
    memory.apply({
      kind: 'game-finished',
      game: {
        ...aGame(10, ['dee', 'bob']),
        seats: aGame(10, ['dee', 'bob']).seats.map((seat) => ({
          ...seat,
          rating: { ...seat.rating!, provisional: seat.place === 1 },
        })),
      },
    });
    expect(
      memory.leaderboard('chess').map(({ player, rating, played }) => [player.id, rating, played]),
    ).toEqual([
      ['bob', 1510, 2],
      ['ann', 1509, 2],
      ['cyd', 1509, 1],
      ['dee', 1510, 1],
    ]);
  });
});

test('a hidden last name is hidden everywhere, in old games too', () => {
  const memory = memoryOf([
    { kind: 'game-finished', game: aGame(1, ['ann', 'bob']) },
    { kind: 'table-changed', table: aTable('t', 1) },
    { kind: 'player-renamed', player: card('ann', 'Ann K.'), at: 5 },
  ]);
  expect(memory.game('g1')?.seats[0]?.player?.name).toBe('Ann K.');
  expect(memory.leaderboard('chess').map(({ player }) => player.name)).toContain('Ann K.');
  expect(memory.table('t')?.setBy.name).toBe('Ann K.');
});

test('memory is bounded: the oldest games leave first, by number and by size, in any order of arrival', () => {
  const facts = Array.from({ length: 20 }, (_, i): Fact => ({
    kind: 'game-finished',
    game: aGame(i + 1, ['ann', 'bob']),
  }));
  const few = (limits: { games?: number; gameCharacters?: number }, order: readonly Fact[]) => {
    const memory = new ClubMemory(presetOf, limits);
    for (const fact of order) memory.apply(fact);
    return memory.recentGames(100).map(({ id }) => id);
  };
  expect(few({ games: 3 }, facts)).toEqual(['g20', 'g19', 'g18']);
  expect(few({ games: 3 }, facts.toReversed())).toEqual(['g20', 'g19', 'g18']);
  const size = JSON.stringify(aGame(20, ['ann', 'bob'])).length;
  expect(few({ gameCharacters: 2.5 * size }, facts)).toEqual(['g20', 'g19']);
});

test('profiles of people who are here outlive those of people who left', () => {
  const memory = new ClubMemory(presetOf, { profiles: 2 });
  const known = (id: string, at: number): Fact => ({
    kind: 'profile-known',
    profile: profileFrom({ player: card(id), memberSince: 1, lastSeen: 1 }, [], presetOf),
    at,
  });
  memory.apply({ kind: 'player-seen', player: 'ann', online: true, at: 1 });
  for (const [index, id] of ['ann', 'bob', 'cyd'].entries()) memory.apply(known(id, index + 1));
  expect(people.filter((id) => memory.profile(id))).toEqual(['ann', 'cyd']);
});

describe('deals', () => {
  const shuffle = { kind: 'shuffled' as const, order: [1, 0], at: 0 };
  const game = (ordinal: number) => ({ ...aGame(ordinal, ['ann', 'bob']), steps: [shuffle] });
  const counted = (through: number, shuffles: number): Fact => ({
    kind: 'deals-counted',
    through,
    deals: [
      {
        ...{ game: 'chess', length: 2, shuffles },
        counts: [
          [0, shuffles],
          [shuffles, 0],
        ],
      },
    ],
  });
  const shuffles = (memory: ClubMemory) => memory.deals()[0]?.shuffles;

  test('are those that were counted and those that ended since, whatever came first', () => {
    const facts: Fact[] = [
      counted(7, 70),
      { kind: 'game-finished', game: game(7) },
      { kind: 'game-finished', game: game(8) },
      { kind: 'game-finished', game: game(9) },
    ];
    for (const order of [facts, facts.toReversed(), [...facts, ...facts]]) {
      const memory = new ClubMemory(() => 'own');
      for (const fact of order) memory.apply(fact);
      expect(shuffles(memory)).toBe(72);
      const copy = new ClubMemory(() => 'own');
      copy.load(memory.snapshot());
      copy.apply({ kind: 'game-finished', game: game(9) });
      copy.apply({ kind: 'game-finished', game: game(10) });
      expect(shuffles(copy)).toBe(73);
    }
  });

  test('are not told before they were counted', () => {
    const memory = new ClubMemory(() => 'own');
    memory.apply({ kind: 'game-finished', game: game(1) });
    expect(memory.deals()).toEqual([]);
    const copy = new ClubMemory(() => 'own');
    copy.load(memory.snapshot());
    copy.apply(counted(0, 5));
    expect(shuffles(copy)).toBe(6);
  });
});
