import { newcomer, rate } from '@trellis/ratings';
import { expect, test } from 'vitest';
import { differences, recomputed, standingsAfter, type LedgerLine } from './ledger.js';

const games = [
  { gameId: 'g1', game: 'chess', players: ['ann', 'bob'], places: [1, 2] },
  { gameId: 'g2', game: 'chess', players: ['bob', 'carol', 'ann'], places: [2, 1, 2] },
  { gameId: 'g3', game: 'go', players: ['ann', 'bob'], places: [1, 1] },
];

function ratingsOf(lines: readonly LedgerLine[]) {
  return [...standingsAfter(lines).values()].map(({ game, player, after }) => ({
    game,
    player,
    rating: after,
  }));
}

test('each game starts from where the one before it ended', () => {
  const [ann, bob] = rate([newcomer, newcomer], [1, 2]);
  const lines = recomputed(games);
  expect(lines.filter(({ gameId }) => gameId === 'g2').map(({ before }) => before)).toEqual([
    bob,
    newcomer,
    ann,
  ]);
  expect(lines.filter(({ gameId }) => gameId === 'g3').map(({ before }) => before)).toEqual([
    newcomer,
    newcomer,
  ]);
});

test('a ledger that is right has no differences', () => {
  const lines = recomputed(games);
  expect(differences(lines, lines, ratingsOf(lines))).toEqual([]);
});

test('one bit in one line or rating, a missing line, one too many: all are found', () => {
  const lines = recomputed(games);
  const [first, ...others] = lines;
  if (!first) throw new Error('No lines.');
  const after = { ...first.after, mu: first.after.mu + 2 ** -48 };
  const found = differences(lines, [{ ...first, after }, ...others], ratingsOf(lines));
  expect(found).toEqual([
    { gameId: 'g1', game: 'chess', player: 'ann', stored: after, right: first.after },
  ]);
  expect(differences(lines, others, ratingsOf(lines))).toMatchObject([{ stored: undefined }]);
  expect(differences(others, lines, ratingsOf(others))).toMatchObject([{ right: undefined }]);
  const [rating, ...ratings] = ratingsOf(lines);
  if (!rating) throw new Error('No ratings.');
  const wrong = { ...rating, rating: { ...rating.rating, games: 99 } };
  expect(differences(lines, lines, [wrong, ...ratings])).toMatchObject([{ gameId: null }]);
  expect(differences(lines, lines, ratings)).toMatchObject([{ gameId: null, stored: undefined }]);
});
