import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SystemClock } from './system-clock.js';

/** On the time that the test moves. */
class TestClock extends SystemClock {
  override now(): number {
    return Date.now();
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

test('calls back at the time, however far it is, and not when cancelled', () => {
  const clock = new TestClock();
  const soon = vi.fn();
  const far = vi.fn();
  const never = vi.fn();
  const month = 30 * 24 * 60 * 60 * 1000;
  clock.at(clock.now() + 1000, soon);
  clock.at(clock.now() + month, far);
  clock.at(clock.now() + month, never)();
  vi.advanceTimersByTime(1000);
  expect(soon).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(month - 2000);
  expect(far).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(far).toHaveBeenCalledTimes(1);
  expect(never).not.toHaveBeenCalled();
});

test('what is overdue comes at once', () => {
  const clock = new TestClock();
  const late = vi.fn();
  clock.at(clock.now() - 5000, late);
  vi.advanceTimersByTime(1);
  expect(late).toHaveBeenCalledTimes(1);
});

test('the time is that of the world, and never runs backwards', () => {
  vi.useRealTimers();
  const clock = new SystemClock();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5000);
  const before = clock.now();
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  expect(clock.now()).toBeGreaterThanOrEqual(before);
});
