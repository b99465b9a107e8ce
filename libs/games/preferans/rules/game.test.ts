import { checkGame } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { preferans } from './game.js';
import { hide, someAction } from './testing/random-games.js';

test('the game keeps every promise of the kit, under any conventions', () => {
  checkGame(preferans, {
    games: 4,
    // It tries everything at every step; longer games would show the same, more slowly.
    fixed: { maxDeals: 2 },
    sample: someAction,
    hide,
    askComputers: 0.2,
  });
  expect(preferans.computers.map(({ level }) => level)).toEqual(['easy']);
});
