import { houseGame } from '@trellis/games/catalog/house';
import { seededRandom, shuffle, type AnyGame } from '@trellis/games/kit';
import { afterAll, expect, test } from 'vitest';
import { HouseThinker } from './house-thinker.js';

const random = seededRandom(7);
const thinker = new HouseThinker({ random });
afterAll(() => thinker.close());

/** A deal of Preferans that has just been dealt: the state, and who is to speak. */
function aDeal(): { rules: AnyGame; state: unknown; seat: number } {
  const rules = houseGame('preferans')!;
  let state: unknown = rules.start(
    Object.fromEntries(rules.conventions.fields.map((f) => [f.id, f.default])),
  );
  for (let length = rules.awaitsShuffle?.(state); length; length = rules.awaitsShuffle?.(state)) {
    state = rules.shuffled!(state, shuffle(length, random));
  }
  return { rules, state, seat: rules.toAct(state)[0]! };
}

test('a strong player thinks elsewhere: this thread goes on meanwhile, and the choice is legal', async () => {
  const { rules, state, seat } = aDeal();
  const legal = rules.legalActions(state, seat);
  const view: unknown = rules.viewFor(state, seat);
  const thought = { game: 'preferans', level: 'strong', view, legal };
  await thinker.choose(thought); // the thread is there
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const begun = performance.now();
  const choices = await Promise.all([1, 2, 3].map(() => thinker.choose(thought)));
  clearInterval(ticking);
  for (const choice of choices) expect(legal).toContainEqual(choice);
  // Three thoughts took a while; this thread never stood still for even one of them.
  expect(longest).toBeLessThan((performance.now() - begun) / 3);
});

test('a light player answers at once; an unknown one is a bug', async () => {
  const game = houseGame('tic-tac-toe')!;
  const state: unknown = game.start({});
  const legal = game.legalActions(state, 0);
  const thought = { game: 'tic-tac-toe', view: game.viewFor(state, 0), legal };
  expect(legal).toContainEqual(await thinker.choose({ ...thought, level: 'perfect' }));
  await expect(thinker.choose({ ...thought, level: 'genius' })).rejects.toThrow('genius');
});
