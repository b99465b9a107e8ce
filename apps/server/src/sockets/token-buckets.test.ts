import { expect, test } from 'vitest';
import { TokenBuckets } from './token-buckets.js';

test('a burst, then as many as the rate allows', () => {
  let now = 0;
  const buckets = new TokenBuckets({ burst: 3, perSecond: 2 }, () => now);
  expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0]);
  expect(buckets.take('a')).toBe(500);
  expect(buckets.take('b')).toBe(0);
  now = 499;
  expect(buckets.take('a')).toBe(1);
  now = 500;
  expect(buckets.take('a')).toBe(0);
  expect(buckets.take('a')).toBe(500);
});

test('a clock that jumps back gives nothing and takes nothing', () => {
  let now = 10_000;
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, () => now);
  expect(buckets.take('a')).toBe(0);
  now = 0;
  expect(buckets.take('a')).toBe(1000);
  now = 1000;
  expect(buckets.take('a')).toBe(0);
});

test('who was silent for long is forgotten', () => {
  let now = 0;
  const buckets = new TokenBuckets({ burst: 2, perSecond: 1 }, () => now);
  for (let i = 0; i < 5000; i++) {
    now += 10;
    buckets.take(`key-${i}`);
  }
  expect(buckets.size).toBeLessThan(2100);
});
