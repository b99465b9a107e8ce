import type { Result } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { outcomeKey, winnersOf } from './outcome-key';
import { seatsFrom } from './seat-order';

const result = (...places: number[]): Result => ({
  places,
  scores: places.map(() => 0),
  reason: 'played',
  fine: 0,
});

test.each([
  [[1, 2], 0, 'youWon'],
  [[1, 2], 1, 'youLost'],
  [[1, 2], 'spectator', 'won'],
  [[1, 1], 0, 'draw'],
  [[1, 1], 'spectator', 'draw'],
  [[2, 1, 2], 0, 'yourPlace'],
  [[1, 1, 3], 1, 'youShare'],
  [[1, 1, 3], 2, 'yourPlace'],
] as const)('places %j are told to %s as %s', (places, viewer, key) => {
  expect(outcomeKey(result(...places), viewer)).toBe(key);
});

test('winners are all who share the first place', () => {
  expect(winnersOf(result(1, 3, 1))).toEqual([0, 2]);
});

test('the others sit clockwise, the reader last; a spectator looks from seat 0', () => {
  expect(seatsFrom(1, 4)).toEqual([2, 3, 0, 1]);
  expect(seatsFrom('spectator', 3)).toEqual([1, 2, 0]);
});
