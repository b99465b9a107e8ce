import { expect, test } from 'vitest';
import { changesEvery } from './halls.js';

test('a small hall changes four times a second, a full one more seldom, so that it costs less than its people', () => {
  expect(changesEvery(0)).toBe(250);
  expect(changesEvery(250)).toBe(250);
  expect(changesEvery(1000)).toBe(500);
  expect(changesEvery(10_000)).toBeLessThan(2000);
  const costs = [100, 1000, 10_000].map((people) => people / changesEvery(people));
  expect(costs[2]! / costs[1]!).toBeLessThan(4);
});
