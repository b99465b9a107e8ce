import { expect, test } from 'vitest';
import type { AuctionWord } from '@trellis/games/preferans/rules';
import { computers } from '@trellis/games/preferans/computer';
import { bidWorth, isNonsense } from './bid-worth.js';

const [easy, middle] = [computers[0]!, computers[1]!];

// The long version is `npm run check:bids`, by the same measure.
test(
  'bids of the middle player are worth more than passing, and none is worth less',
  { timeout: 120_000 },
  () => {
    const found = Array.from({ length: 14 }, (_, seed) => bidWorth(middle, 300 + seed, 12));
    const bids = found.flatMap((each) => (each === 'pass' ? [] : [each]));
    expect(bids.length).toBeGreaterThan(0);
    expect(bids.filter(isNonsense)).toEqual([]);
    expect(bids.reduce((sum, { mean }) => sum + mean, 0)).toBeGreaterThan(0);
  },
);

test('a player who always bids ten is found out', { timeout: 60_000 }, () => {
  const word: AuctionWord = '10S';
  const reckless: typeof easy = {
    ...easy,
    choose: (view, legal, random) =>
      legal.find((each) => each.kind === 'call' && each.word === word) ??
      easy.choose(view, legal, random),
  };
  const found = Array.from({ length: 3 }, (_, seed) => bidWorth(reckless, 300 + seed, 8, 1));
  for (const each of found) {
    expect(each).toMatchObject({ word });
    expect(each !== 'pass' && isNonsense(each)).toBe(true);
  }
});
