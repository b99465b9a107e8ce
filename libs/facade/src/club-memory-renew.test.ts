import { expect, test } from 'vitest';
import { ClubMemory } from './club-memory.js';
import { profileFrom } from './profile.js';
import type { GameRecord, LeaderboardRow, PlayerCard } from './public-club.js';

const presetOf = () => 'standard';
const card = (id: string): PlayerCard => ({ id, name: id });

/** Ann wins against Bob, and has these points afterwards; null: not rated. */
function aGame(ordinal: number, after: number | null): GameRecord {
  const seat = (id: string, place: number) => ({
    ...{ player: card(id), computer: null, place, score: 2 - place },
    rating: after === null ? null : { player: id, before: 1500, after, provisional: true },
  });
  return {
    ...{ id: `g${ordinal}`, game: 'chess', ordinal, table: 1, conventions: {} },
    ...{ startedAt: ordinal * 100, finishedAt: ordinal * 100 + 50, rated: after !== null },
    ...{ seats: [seat('ann', 1), seat('bob', 2)], reason: 'played', offender: null, fine: 0 },
    ...{ moves: 5, rulesVersion: 1, steps: [] },
  };
}

/** What storage says when these games are all there are. */
function stored(games: readonly GameRecord[]) {
  const head = { player: card('ann'), memberSince: 1, lastSeen: 2 };
  const last = games.findLast(({ rated }) => rated)?.seats[0]?.rating?.after ?? 1500;
  const played = games.filter(({ rated }) => rated).length;
  const row: LeaderboardRow = { player: card('ann'), rating: last, provisional: true, played };
  return {
    games: games.toReversed(),
    profiles: [profileFrom(head, games, presetOf)],
    leaderboards: { chess: [row] },
  };
}

function theClub(games: readonly GameRecord[]): ClubMemory {
  const memory = new ClubMemory(presetOf);
  memory.load({ tables: [], games: [], profiles: [], leaderboards: {} });
  memory.apply({ kind: 'statistics-counted', through: 0, statistics: [] });
  memory.apply({ kind: 'player-seen', player: 'ann', online: true, at: 5 });
  for (const game of games) memory.apply({ kind: 'game-finished', game });
  return memory;
}

const shown = (memory: ClubMemory) => ({
  ratings: memory.recentGames(9).map(({ seats }) => seats[0]?.rating?.after ?? null),
  curve: memory.profile('ann')?.games[0]?.curve.map(({ rating }) => rating),
  rank: memory.leaderboard('chess').find(({ player }) => player.id === 'ann'),
  counted: memory.statistics()[0]?.all.games,
  online: memory.presenceOf('ann').online,
});

test('what storage says now replaces what was true of games, and nothing else', () => {
  const memory = theClub([aGame(1, 1510), aGame(2, 1520)]);
  memory.renew(stored([aGame(1, null), aGame(2, 1505)]));
  expect(shown(memory)).toEqual({
    ...{ ratings: [1505, null], curve: [1505], counted: 2, online: true },
    rank: { player: card('ann'), rating: 1505, provisional: true, played: 1 },
  });
});

test('a game that ended since the snapshot was read stays, and is counted once', () => {
  const memory = theClub([aGame(1, 1510), aGame(2, 1520), aGame(3, 1515)]);
  memory.renew(stored([aGame(1, null), aGame(2, 1505)]));
  expect(shown(memory)).toMatchObject({
    ...{ ratings: [1515, 1505, null], curve: [1505, 1515], counted: 3 },
    rank: { rating: 1515, played: 2 },
  });
});

test('a game whose fact is still on the way is counted once as well', () => {
  const memory = theClub([aGame(1, 1510)]);
  memory.renew(stored([aGame(1, null), aGame(2, 1505)]));
  memory.apply({ kind: 'game-finished', game: aGame(2, 1505) });
  expect(shown(memory)).toMatchObject({
    ...{ ratings: [1505, null], curve: [1505], counted: 2 },
    rank: { rating: 1505, played: 1 },
  });
});
