import { expect, test } from 'vitest';
import { axisOf } from './rating-axis';

test.each([
  [1500, 1500, [1500, 1520]],
  [1483, 1531, [1480, 1500, 1520, 1540]],
  [1210, 1900, [1200, 1400, 1600, 1800, 2000]],
])('ratings from %i to %i stand between round numbers', (lowest, highest, lines) => {
  expect(axisOf(lowest, highest).lines).toEqual(lines);
});
