import { expect, test } from 'vitest';
import { clockAfter, leftInAll, markPassed, minutesAndSeconds } from './countdown';

const running = { running: true, move: 10_000, bank: 5_000 };

test('a clock that stands keeps its time', () => {
  expect(clockAfter({ ...running, running: false }, 60_000)).toEqual({
    move: 10_000,
    bank: 5_000,
    onBank: false,
  });
});

test('the time for the decision runs first, then the bank, and neither goes below zero', () => {
  expect(clockAfter(running, 4_000)).toEqual({ move: 6_000, bank: 5_000, onBank: false });
  expect(clockAfter(running, 12_000)).toEqual({ move: 0, bank: 3_000, onBank: true });
  expect(clockAfter(running, 99_000)).toMatchObject({ move: 0, bank: 0 });
  expect(leftInAll(running, 12_000)).toBe(3_000);
});

test('a frame that seems to come from the future costs nothing', () => {
  expect(clockAfter(running, -500).move).toBe(10_000);
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [65_000, '1:05'],
  [7_200_000, '120:00'],
])('%i ms reads %s', (ms, text) => {
  expect(minutesAndSeconds(ms)).toBe(text);
});

test('a mark is passed once, and of two at once the tighter one is told', () => {
  const marks = [30_000, 10_000];
  expect(markPassed(31_000, 30_000, marks)).toBe(30_000);
  expect(markPassed(30_000, 29_000, marks)).toBeUndefined();
  expect(markPassed(40_000, 9_000, marks)).toBe(10_000);
  expect(markPassed(9_000, 60_000, marks)).toBeUndefined();
});
