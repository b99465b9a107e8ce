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

test('a program is where its owner is', () => {
  const apart = new Apart();
  apart.ownedBy('bob', 'bot');
  expect(apart.are('bob', 'bot')).toBe(false);
  apart.set('ann', 'bob', true);
  expect([apart.are('ann', 'bot'), apart.are('bot', 'ann')]).toEqual([true, true]);
  expect(apart.from('bot')).toEqual(['ann']);
  expect([...apart.from('ann')].sort()).toEqual(['bob', 'bot']);
});

test('a program alone may be kept away, its owner not', () => {
  const apart = new Apart();
  apart.ownedBy('bob', 'bot');
  apart.set('ann', 'bot', true);
  expect([apart.are('ann', 'bot'), apart.are('ann', 'bob')]).toEqual([true, false]);
  expect([apart.from('bot'), apart.from('bob')]).toEqual([['ann'], []]);
});
