import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SystemClock } from './system-clock.js';

class StillClock extends SystemClock {
  time = 1_000_000;
  override now(): number {
    return this.time;
  }
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= 10_000) {
      this.time += Math.min(left, 10_000);
      vi.advanceTimersByTime(Math.min(left, 10_000));
    }
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('calls back at the time, however far it is, and not when cancelled', () => {
  const clock = new StillClock();
  const soon = vi.fn();
  const far = vi.fn();
  const never = vi.fn();
  const month = 30 * 24 * 60 * 60 * 1000;
  clock.at(clock.now() + 1000, soon);
  clock.at(clock.now() + month, far);
  clock.at(clock.now() + month, never)();
  clock.pass(1000);
  expect(soon).toHaveBeenCalledTimes(1);
  clock.pass(month - 2000);
  expect(far).not.toHaveBeenCalled();
  clock.pass(1000);
  expect(far).toHaveBeenCalledTimes(1);
  expect(never).not.toHaveBeenCalled();
});

test('what is overdue comes at once', () => {
  const clock = new StillClock();
  const late = vi.fn();
  clock.at(clock.now() - 5000, late);
  clock.pass(1);
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
