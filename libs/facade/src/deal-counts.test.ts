import { seededRandom, shuffle } from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { DealTally, evennessOf, evennessOfHand, withProbability } from './deal-counts.js';

const shuffled = (order: readonly number[]) => ({ kind: 'shuffled' as const, order, at: 0 });

function tallyOf(orders: readonly (readonly number[])[]) {
  const tally = new DealTally();
  tally.add({ game: 'g', steps: orders.map(shuffled) });
  return tally.all()[0]!;
}

test('places and things are counted by game and length', () => {
  const tally = new DealTally();
  tally.add({ game: 'b', steps: [shuffled([1, 0]), shuffled([1, 0]), { kind: 'rang', at: 0 }] });
  tally.add({ game: 'a', steps: [shuffled([2, 0, 1]), shuffled([0, 1])] });
  expect(tally.all().map(({ game, length, shuffles }) => [game, length, shuffles])).toEqual([
    ['a', 3, 1],
    ['a', 2, 1],
    ['b', 2, 2],
  ]);
  expect(tally.all()[2]!.counts).toEqual([
    [0, 2],
    [2, 0],
  ]);
});

test('what is known goes on where it was', () => {
  const first = tallyOf([[1, 0]]);
  const tally = new DealTally([first]);
  tally.add({ game: 'g', steps: [shuffled([0, 1])] });
  expect(tally.all()[0]).toMatchObject({
    shuffles: 2,
    counts: [
      [1, 1],
      [1, 1],
    ],
  });
  expect(first.shuffles).toBe(1);
});

test('shuffles of one thing and very long ones are left out', () => {
  const tally = new DealTally();
  tally.add({
    game: 'g',
    steps: [shuffled([0]), shuffled(Array.from({ length: 65 }, (_, i) => i))],
  });
  expect(tally.all()).toEqual([]);
});

describe('evenness', () => {
  test.each([
    [10, 18.307, 0.05],
    [31, 52.191, 0.01],
    [961, 961, 0.494],
  ])('%i degrees: %d is exceeded with %d', (degrees, chiSquare, probability) => {
    expect(withProbability(chiSquare, degrees).probability).toBeCloseTo(probability, 2);
  });

  test('of fair shuffles, its probability is spread evenly', () => {
    const random = seededRandom(7);
    const probabilities = Array.from({ length: 60 }, () => {
      const orders = Array.from({ length: 400 }, () => shuffle(12, random));
      return evennessOf(tallyOf(orders)).probability;
    });
    const below = (limit: number) => probabilities.filter((each) => each < limit).length;
    expect(below(0.5)).toBeGreaterThan(18);
    expect(below(0.5)).toBeLessThan(42);
    expect(below(0.001)).toBe(0);
  });

  test('a biased shuffle is found', () => {
    const random = seededRandom(7);
    // The classic mistake: every place is swapped with any place.
    const naive = () => {
      const order = Array.from({ length: 12 }, (_, i) => i);
      for (let i = 0; i < 12; i++) {
        const j = Math.floor(random() * 12);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    };
    const counts = tallyOf(Array.from({ length: 20_000 }, naive));
    expect(evennessOf(counts).probability).toBeLessThan(1e-6);
  });

  test('a hand that gets one card too often is found, a fair one is not', () => {
    const fair = Array.from({ length: 32 }, (_, card) => 3125 + (card % 2 ? 20 : -20));
    expect(evennessOfHand(fair, 10_000, 10).probability).toBeGreaterThan(0.05);
    const marked = fair.with(7, 3700);
    expect(evennessOfHand(marked, 10_000, 10).probability).toBeLessThan(1e-6);
  });
});
