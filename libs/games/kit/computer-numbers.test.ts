import { expect, test } from 'vitest';
import { computerNumbers } from './computer-numbers.js';

test('computers of one level are told apart by number, the only one of his level has none', () => {
  expect(computerNumbers(['strong', null, 'easy', 'strong'])).toEqual([1, 0, 0, 2]);
  expect(computerNumbers([undefined, 'middle', 'middle'])).toEqual([0, 1, 2]);
});
