import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProvisional, newcomer, rate, shownRating, type Rating } from './rating.js';

const places = fc
  .integer({ min: 2, max: 4 })
  .chain((seats) =>
    fc.array(fc.integer({ min: 1, max: seats }), { minLength: seats, maxLength: seats }),
  );

test('a newcomer is shown with 1500, and stays provisional for ten games', () => {
  expect(shownRating(newcomer)).toBe(1500);
  expect(isProvisional({ games: 9 })).toBe(true);
  expect(isProvisional({ games: 10 })).toBe(false);
});

test('the winner rises, the loser falls, equal players who draw stay', () => {
  const [winner, loser] = rate([newcomer, newcomer], [1, 2]) as [Rating, Rating];
  expect(winner.mu).toBeGreaterThan(newcomer.mu);
  expect(loser.mu).toBeLessThan(newcomer.mu);
  const [one, other] = rate([newcomer, newcomer], [1, 1]) as [Rating, Rating];
  expect(one.mu).toBeCloseTo(newcomer.mu);
  expect(one).toEqual(other);
});

test('for two to four seats and any finish: a better place never gains less, and nothing becomes unreal', () => {
  fc.assert(
    fc.property(places, (finish) => {
      const after = rate(
        finish.map(() => newcomer),
        finish,
      );
      for (const [i, a] of after.entries()) {
        expect(Number.isFinite(a.mu) && a.sigma > 0 && a.sigma < newcomer.sigma).toBe(true);
        expect(a.games).toBe(1);
        for (const [j, b] of after.entries()) {
          if (finish[i]! < finish[j]!) expect(a.mu).toBeGreaterThanOrEqual(b.mu);
        }
      }
    }),
  );
});

test('beating the stronger one counts more than beating an equal', () => {
  const strong: Rating = { mu: 35, sigma: 3, games: 50 };
  const [upset] = rate([newcomer, strong], [1, 2]) as [Rating, Rating];
  const [usual] = rate([newcomer, { ...newcomer }], [1, 2]) as [Rating, Rating];
  expect(upset.mu - newcomer.mu).toBeGreaterThan(usual.mu - newcomer.mu);
});

test('the same games give the same bits', () => {
  const play = () => {
    let ratings = [newcomer, newcomer, newcomer];
    for (let i = 0; i < 200; i++)
      ratings = rate(ratings, [1 + (i % 3), 1 + ((i + 1) % 3), 1 + ((i + 2) % 3)]);
    return ratings;
  };
  expect(play()).toEqual(play());
});
