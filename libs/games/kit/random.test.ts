import { expect, test } from 'vitest';
import { seededRandom, shuffle } from './random.js';

const draw = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(5, 20)).toEqual(draw(5, 20));
  expect(draw(5, 20)).not.toEqual(draw(6, 20));
});

test('numbers are at least 0, below 1 and spread evenly', () => {
  const numbers = draw(1, 20_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const count = numbers.filter((each) => Math.floor(each * 10) === tenth).length;
    // 2000 are expected; 42 is one standard deviation.
    expect(Math.abs(count - 2000)).toBeLessThan(6 * 42);
  }
});

test('a shuffle is a permutation', () => {
  const order = shuffle(32, seededRandom(9));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, i) => i));
  expect(shuffle(32, seededRandom(9))).toEqual(order);
  expect(shuffle(1, seededRandom(9))).toEqual([0]);
  expect(shuffle(0, seededRandom(9))).toEqual([]);
});

test('every permutation of three comes about equally often', () => {
  const random = seededRandom(4);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffle(3, random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // 1000 are expected; 29 is one standard deviation.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(6 * 29);
});
