import { expect, test } from 'vitest';
import { Apart } from './apart.js';

test('two are apart whichever of them wished it, until nobody does', () => {
  const apart = new Apart();
  apart.set('ann', 'bob', true);
  apart.set('bob', 'ann', true);
  expect([apart.are('ann', 'bob'), apart.are('bob', 'ann')]).toEqual([true, true]);
  apart.set('ann', 'bob', false);
  expect(apart.are('ann', 'bob')).toBe(true);
  expect(apart.blocks('ann', 'bob')).toBe(false);
  apart.set('bob', 'ann', false);
  expect(apart.are('ann', 'bob')).toBe(false);
});

test('knows everybody from whom somebody is apart', () => {
  const apart = new Apart();
  apart.set('ann', 'bob', true);
  apart.set('cyd', 'ann', true);
  apart.set('cyd', 'dee', true);
  expect([...apart.from('ann')].sort()).toEqual(['bob', 'cyd']);
  expect(apart.from('bob')).toEqual(['ann']);
  expect(apart.from('eve')).toEqual([]);
});
