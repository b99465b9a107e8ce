import { ClubMemory, type Fact } from '@trellis/facade';
import { expect, test } from 'vitest';
import { FactFeed } from './fact-feed.js';

const aFeed = () => {
  const memory = new ClubMemory(() => 'own');
  const feed = new FactFeed(memory);
  feed.take({ kind: 'snapshot', snapshot: memory.snapshot(), number: 3 });
  return { memory, feed };
};
const counts = (players: number): Fact => ({
  kind: 'counts-changed',
  counts: { players, visitors: 0, tablesInPlay: 0 },
  halls: {},
  at: players,
});

test('a page that needs nothing new does not wait', async () => {
  await aFeed().feed.reaches(3, 0);
});

test('a page waits for the fact it must show', async () => {
  const { feed, memory } = aFeed();
  const page = feed.reaches(5, 10_000).then(() => memory.counts().players);
  feed.take({ kind: 'facts', facts: [counts(1)], number: 4 });
  feed.take({ kind: 'facts', facts: [counts(2)], number: 5 });
  expect(await page).toBe(2);
});

test('a page does not wait for ever', async () => {
  await expect(aFeed().feed.reaches(9, 1)).rejects.toThrow('Fact 9 has not come');
});
