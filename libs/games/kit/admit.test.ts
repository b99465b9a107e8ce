import { expect, test } from 'vitest';
import { admit } from './admit.js';
import type { AnyGame } from './game.js';
import { IllegalAction } from './refusal.js';

const legal = [{ take: 1, from: { heap: 2 } }, { pass: true }];
const game = { toAct: () => [1], legalActions: () => legal } as unknown as AnyGame;

test('the legal action itself is given back, not what arrived', () => {
  const arrived = { from: { heap: 2 }, take: 1 };
  expect(admit(game, {}, 1, arrived)).toBe(legal[0]);
});

test.each([
  ['another value', { take: 2, from: { heap: 2 } }],
  ['one key more', { pass: true, __proto__: undefined, and: 1 }],
  ['one key less', { take: 1 }],
  ['a list in place of an object', [{ pass: true }]],
  ['nothing', undefined],
  ['null', null],
  ['a text', '{"pass":true}'],
])('%s is refused', (_what, action) => {
  expect(() => admit(game, {}, 1, action)).toThrow(IllegalAction);
});

test('who is not to act is told so', () => {
  expect(() => admit(game, {}, 0, legal[1])).toThrow(
    expect.objectContaining({ code: 'not-your-turn' }),
  );
});

test("a game's own `admits` decides alone", () => {
  const own = { ...game, admits: () => 'whatever' } as AnyGame;
  expect(admit(own, {}, 0, 'odd')).toBe('whatever');
});
