import { seededRandom, shuffle } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { preferans } from './game.js';
import type { State } from './state.js';

test('smoke', () => {
  const random = seededRandom(1);
  let state: State = preferans.start(preferansConventions());
  let actions = 0;
  const t = performance.now();
  while (!preferans.result(state)) {
    const n = preferans.awaitsShuffle!(state);
    if (n !== undefined) { state = preferans.shuffled!(state, shuffle(n, random)); continue; }
    const [seat] = preferans.toAct(state);
    const legal = preferans.legalActions(state, seat!);
    const action = legal[Math.floor(random() * legal.length)]!;
    state = preferans.apply(state, seat!, preferans.admits!(state, seat!, action));
    actions++;
  }
  console.log(actions, state.pool!.outcomes.length, performance.now() - t, JSON.stringify(state).length, state.end, state.pool!.sheet);
  expect(preferans.result(state)).toBeDefined();
});
