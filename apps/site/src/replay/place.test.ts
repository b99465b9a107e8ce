import { expect, test } from 'vitest';
import { hashOf, placeIn } from './place';

test('an address leads to a step and to the eyes of a seat', () => {
  expect(placeIn('#12', 40, 3)).toEqual({ ply: 12, onlooker: 'all' });
  expect(placeIn('#12:1', 40, 3)).toEqual({ ply: 12, onlooker: 1 });
  for (const place of [
    { ply: 0, onlooker: 'all' as const },
    { ply: 7, onlooker: 2 },
  ]) {
    expect(placeIn(hashOf(place), 40, 3)).toEqual(place);
  }
});

test('what cannot be is as near as can be', () => {
  expect(placeIn('', 40, 3)).toEqual({ ply: 40, onlooker: 'all' });
  expect(placeIn('#result', 40, 3)).toEqual({ ply: 40, onlooker: 'all' });
  expect(placeIn('#99:3', 40, 3)).toEqual({ ply: 40, onlooker: 'all' });
});
