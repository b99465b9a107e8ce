import { expect, test } from 'vitest';
import { preferansConventions } from '../conventions/index.js';
import { preferans } from '../game.js';
import { damage } from '../testing/one-deal.js';
import { randomGame } from '../testing/random-games.js';
import { notation } from './notation.js';

const players = ['ann', 'bob', 'cat'];

function played(seed: number, leaving = 0) {
  const conventions = preferansConventions({ poolTarget: 8 });
  const { state, steps } = randomGame(conventions, seed, { deals: 4, leaving });
  return { conventions, state, steps, ...notation.write({ conventions, steps, players }) };
}

test('17: a document read back is the same game, moment by moment', () => {
  const { steps, state, document } = played(3);
  const read = notation.read(` \n${JSON.stringify(document)}`);
  expect(read.players).toEqual(players);
  expect(read.moments[0]!.step).toBeUndefined();
  // Agreement to stop is a fact of the end; it may have been said at another time.
  const cards = (each: { kind: string; action?: unknown }) =>
    JSON.stringify(each.action ?? '').includes('"play"');
  expect(read.moments.flatMap(({ step }) => (step && cards(step) ? [step] : []))).toEqual(
    steps.filter(cards),
  );
  expect(read.moments.at(-1)!.state.end).toEqual(state.end);
});

test('17: each moment follows from the one before by its step', () => {
  const { document } = played(5, 0.01);
  const { moments } = notation.read(JSON.stringify(document));
  moments.forEach(({ state, step }, at) => {
    const before = moments[at - 1]?.state;
    if (!before || step?.kind !== 'acted') return;
    expect(preferans.apply(before, step.seat, step.action)).toEqual(state);
  });
});

test('17.2: lines of text are read too', () => {
  const { text, state } = played(7);
  const { moments, conventions, players: named } = notation.read(text);
  expect(named).toBeUndefined();
  expect(conventions['poolTarget']).toBe(8);
  expect(moments.at(-1)!.state.pool!.sheet).toEqual(state.pool!.sheet);
});

test('17.4: what is no record is refused', () => {
  expect(damage(() => notation.read('{"format": '))).toMatchObject({ at: 'the record' });
  expect(damage(() => notation.read('hello'))).toMatchObject({ at: 'line 1' });
  const { document } = played(9);
  const swapped = JSON.stringify(document).replace('"dealer":', '"dealer":1');
  expect(damage(() => notation.read(swapped))).toMatchObject({
    at: expect.stringMatching(/^deals\[0\]/),
  });
});

test.each([1, 3, 4, 5, 6, 7, 8, 9, 11, 12])(
  '17.2: the lines of a game that a player left are read up to the deal he left (seed %i)',
  (seed) => {
    const { text, state } = played(seed, 0.03);
    expect(state.end?.offender).toBeDefined();
    if (!state.last) return; // he left before anything was played
    const { moments } = notation.read(text);
    const { pool } = moments.at(-1)!.state;
    expect(pool!.sheet).toEqual(state.pool!.sheet);
    expect(pool!.outcomes).toEqual(state.pool!.outcomes);
  },
);
