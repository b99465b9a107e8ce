import { annulledAndUnrated } from '@trellis/testing/contracts';
import { expect, test, vi } from 'vitest';
import { MemoryClub } from './memory-club.js';
import { memoryStorage } from './memory-storage.js';

/** Ann has won both; the first is annulled. */
const games = ['bob', 'cyd'].map((other) => ({
  ...{ pair: ['ann', other], game: 'tic-tac-toe', turned: false },
}));

/** A storage whose annulments do not write the rating of this player. */
function forgetting(forgotten: string | undefined) {
  const storage = memoryStorage({ presetOf: () => 'standard' });
  const { aftermath } = storage;
  const annul = aftermath.annul.bind(aftermath);
  aftermath.annul = async (...asked) => {
    const real = MemoryClub.prototype.setRating;
    const planted = vi.spyOn(MemoryClub.prototype, 'setRating');
    planted.mockImplementation(function (this: MemoryClub, game, player, rating) {
      if (player !== forgotten) real.call(this, game, player, rating);
    });
    return annul(...asked).finally(() => planted.mockRestore());
  };
  return Promise.resolve(storage);
}

test('an annulment writes every rating', async () => {
  const { annulled, unrated } = await annulledAndUnrated(() => forgetting(undefined), games, 0);
  expect(annulled).toEqual(unrated);
});

test.each(['ann', 'bob', 'cyd'])(
  'planted: an annulment that forgets the rating of %s',
  async (player) => {
    const { annulled, unrated } = await annulledAndUnrated(() => forgetting(player), games, 0);
    expect(annulled).not.toEqual(unrated);
  },
);
