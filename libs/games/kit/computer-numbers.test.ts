import { expect, test } from 'vitest';
import { computerNumbers } from './computer-numbers.js';

test('computers at a table are told apart by number, the only one has none', () => {
  expect(computerNumbers(['strong', null, 'easy', 'strong'])).toEqual([1, 0, 2, 3]);
  expect(computerNumbers([undefined, 'middle', null])).toEqual([0, 0, 0]);
});
