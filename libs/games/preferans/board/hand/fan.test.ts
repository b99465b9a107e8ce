import { describe, expect, test } from 'vitest';
import { cardAfterKey, fanOf } from './fan';

describe('fan', () => {
  test.each([1, 2, 3, 7, 10, 12])('%i cards lie evenly about the middle', (count) => {
    const fan = fanOf(count);
    expect(fan).toHaveLength(count);
    fan.forEach(({ turn, drop }, at) => {
      const mirror = fan[count - 1 - at]!;
      expect(turn).toBeCloseTo(-mirror.turn);
      expect(drop).toBeCloseTo(mirror.drop);
      expect(drop).toBeGreaterThanOrEqual(0);
    });
    const turns = fan.map(({ turn }) => turn);
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  });

  test('a long hand is never wider than the spread, and its ends lie lowest', () => {
    const fan = fanOf(12);
    expect(fan.at(-1)!.turn - fan[0]!.turn).toBeCloseTo(16);
    expect(Math.max(...fan.map(({ drop }) => drop))).toBe(fan[0]!.drop);
  });

  test('one card stands upright', () => {
    expect(fanOf(1)).toEqual([{ turn: 0, drop: 0 }]);
    expect(fanOf(0)).toEqual([]);
  });
});

test.each([
  [0, 'ArrowLeft', 0],
  [4, 'ArrowLeft', 3],
  [9, 'ArrowRight', 9],
  [4, 'Home', 0],
  [4, 'End', 9],
  [4, 'ArrowUp', undefined],
  [4, 'a', undefined],
])('from card %i of ten the key %s leads to %s', (at, key, to) => {
  expect(cardAfterKey(at, 10, key)).toBe(to);
});
