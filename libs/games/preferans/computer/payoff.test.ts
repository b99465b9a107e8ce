import { newPool, preferansConventions } from '@trellis/games/preferans/rules';
import { expect, test } from 'vitest';
import { Payoffs } from './payoff.js';

const made = {
  type: 'game',
  declarer: 0,
  contract: '9S',
  tricks: [9, 1, 0],
  defence: [
    [1, 'pass'],
    [2, 'pass'],
  ],
} as const;

test('near the end of a pool points that are lost are worth nothing', () => {
  const conventions = preferansConventions({
    ...{ help: 'american', helpRemainder: 'discard', poolTarget: 4 },
  });
  const fresh = newPool(conventions, 0);
  const full = { ...fresh.sheet, pool: [4, 4, 3] };
  const early = new Payoffs(conventions, 0, 0).of(made);
  const late = new Payoffs(conventions, 0, 0, full).of(made);
  expect(late[0]!).toBeLessThan(early[0]!);
});

test('the price of the series counts', () => {
  const conventions = preferansConventions();
  const raspasy = { type: 'raspasy', tricks: [6, 2, 2] } as const;
  const [first, third] = [0, 2].map((streak) => new Payoffs(conventions, 0, streak).of(raspasy));
  expect(third![0]!).toBeLessThan(first![0]!);
});
