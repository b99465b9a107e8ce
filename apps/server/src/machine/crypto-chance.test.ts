import { expect, test } from 'vitest';
import { CryptoChance } from './crypto-chance.js';

const chance = new CryptoChance();

test('ids are fit for an address and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, () => chance.id());
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test('shuffles are permutations, and each card comes to each place about as often', () => {
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (let i = 0; i < 4000; i++) {
    const order = chance.shuffle(4);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
    order.forEach((card, place) => counts[place]![card]!++);
  }
  // 1000 expected, standard deviation 27: seven of them never happen by chance.
  for (const each of counts.flat()) expect(Math.abs(each - 1000)).toBeLessThan(190);
});

test('random is in [0, 1)', () => {
  for (let i = 0; i < 1000; i++) {
    const drawn = chance.random();
    expect(drawn).toBeGreaterThanOrEqual(0);
    expect(drawn).toBeLessThan(1);
  }
});
