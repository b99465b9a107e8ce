import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Coalescer } from './coalescer.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('soon at first, then once in an interval, and each key apart', () => {
  const reported: string[] = [];
  const coalescer = new Coalescer<string>(1000, (key) =>
    reported.push(`${key} ${Date.now() - start}`),
  );
  const start = Date.now();
  for (let at = 0; at < 2500; at += 10) {
    coalescer.touch('a');
    if (at === 500) coalescer.touch('b');
    vi.advanceTimersByTime(10);
  }
  expect(reported).toEqual(['a 50', 'b 550', 'a 1050', 'a 2050']);
  vi.advanceTimersByTime(10_000);
  expect(reported.at(-1)).toBe('a 3050');
  expect(reported).toHaveLength(5);
});

test('the interval is what the key costs when it is reported', () => {
  const reported: number[] = [];
  let interval = 100;
  const start = Date.now();
  const coalescer = new Coalescer<string>(
    () => interval,
    () => reported.push(Date.now() - start),
  );
  for (let at = 0; at < 1200; at += 10) {
    if (at === 100) interval = 400;
    coalescer.touch('a');
    vi.advanceTimersByTime(10);
  }
  expect(reported).toEqual([50, 150, 550, 950]);
});

test('what was said in another way is not reported', () => {
  const report = vi.fn();
  const coalescer = new Coalescer<string>(1000, report);
  coalescer.touch('a');
  coalescer.drop('a');
  coalescer.touch('b');
  coalescer.close();
  vi.advanceTimersByTime(5000);
  expect(report).not.toHaveBeenCalled();
});
