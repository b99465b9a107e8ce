import { expect, test } from 'vitest';
import { computers } from '@trellis/games/preferans/computer';
import { playDuplicate, summaryOf, type Duplicate } from './arena-deal.js';

const [easy] = computers;

test('a player wins nothing from himself, for the cards come to every seat', () => {
  for (const players of [3, 4]) {
    const deal = { seed: 11, preset: 'sochi', players };
    const { whists, outcomes } = playDuplicate([easy!, easy!], deal);
    expect(whists).toBeCloseTo(0);
    expect(outcomes).toHaveLength(players);
  }
});

test('the same seed is the same deal', () => {
  const play = () => playDuplicate([easy!, easy!], { seed: 4, preset: 'rostov', players: 3 });
  expect(play().outcomes).toEqual(play().outcomes);
});

test('what the other wins alone counts against the one; the interval is 1.96 standard errors', () => {
  const found = (lone: string, whists: number): Duplicate => ({
    lone,
    whists,
    outcomes: [],
    thinking: { one: [1, 2, 9] },
  });
  const four = [found('one', 3), found('other', -1), found('one', 5), found('other', 1)];
  const { whistsPerDeal, interval95, deals, thinking } = summaryOf(four, 'one', 'other');
  // 3, 1, 5 and -1: mean 2, standard deviation √(20/3), standard error √(5/3).
  expect({ whistsPerDeal, deals }).toEqual({ whistsPerDeal: 2, deals: 4 });
  expect(interval95[0]).toBeCloseTo(2 - 1.96 * Math.sqrt(5 / 3), 3);
  expect(interval95[1]).toBeCloseTo(2 + 1.96 * Math.sqrt(5 / 3), 3);
  expect(thinking['one']).toMatchObject({ decisions: 12, maxMs: 9 });
});
