import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawOrder, shuffleMessage } from './fair-deal.js';

/** Blocks whose words are these, then zeros. */
function drawFrom(length: number, words: readonly number[]): { order: number[]; blocks: number } {
  const drawing = drawOrder(length);
  let step = drawing.next();
  let blocks = 0;
  while (!step.done) {
    const from = step.value * 16;
    const bytes = Array.from({ length: 16 }, (_, i) => words[from + i] ?? 0);
    blocks++;
    step = drawing.next(new Uint8Array(bytes.flatMap((word) => [word >> 8, word & 255])));
  }
  return { order: step.value, blocks };
}

test('each word, taken modulo what is left, says which one comes last', () => {
  expect(drawFrom(4, [3, 2, 1]).order).toEqual([0, 1, 2, 3]);
  expect(drawFrom(4, [0, 0, 0]).order).toEqual([1, 2, 3, 0]);
  expect(drawFrom(4, [4 + 3, 300 + 2, 1]).order).toEqual([0, 1, 2, 3]);
});

test('a word that would favour small numbers is skipped', () => {
  // 65535 = 3 × 21845 is the only word that three choices cannot share.
  expect(drawFrom(3, [65_535, 2, 1])).toEqual(drawFrom(3, [2, 1]));
  expect(drawFrom(3, [65_534, 1]).order).toEqual(drawFrom(3, [2, 1]).order);
});

test('blocks are asked for in turn, and only as many as are needed', () => {
  expect(drawFrom(17, []).blocks).toBe(1);
  expect(drawFrom(18, []).blocks).toBe(2);
  expect(drawFrom(1, [])).toEqual({ order: [0], blocks: 0 });
});

test('whatever the words, it is a permutation', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 100 }),
      (length, words) => {
        const { order } = drawFrom(length, words);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
      },
    ),
  );
});

test.each([0, -1, 1.5, 65_537, NaN])('a shuffle of %s is none', (length) => {
  expect(() => drawOrder(length).next()).toThrow(RangeError);
});

test('the message is told apart by everything in it', () => {
  const lot = { gameId: 'g', contributions: ['aa', null] };
  expect(shuffleMessage(lot, 2, 32, 0)).toBe('trellis-deals-1\ng\naa\n-\n2\n32\n0');
});
