import { checkGame } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { preferans } from './game.js';
import type { State } from './state.js';
import { hide, randomGame, someAction } from './testing/random-games.js';

test('the game keeps every promise of the kit, under any conventions', () => {
  checkGame(preferans, {
    games: 3,
    // It tries everything at every step; longer games would show the same, more slowly.
    fixed: { maxDeals: 2 },
    sample: someAction,
    hide,
    askComputers: 0.2,
  });
  expect(preferans.computers.map(({ level }) => level)).toEqual(['easy']);
}, 60_000);

test('a running game never takes more than 20 KB as JSON', () => {
  let largest = 0;
  const visit = (state: State) => {
    if (!state.deal) largest = Math.max(largest, JSON.stringify(state).length);
  };
  for (const players of [3, 4]) {
    for (const seed of [1, 2, 3])
      randomGame(preferansConventions({ players }), seed, { deals: 120, visit });
  }
  expect(largest).toBeGreaterThan(2_000);
  expect(largest).toBeLessThan(20_000);
});
