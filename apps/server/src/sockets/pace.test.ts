import { expect, test } from 'vitest';
import { Pace } from './pace.js';

test('never more than so many in any span', () => {
  let now = 0;
  const pace = new Pace<object>(3, 1000, () => now);
  const ann = {};
  const taken: number[] = [];
  for (; now < 5000; now += 90) if (pace.take(ann) === 0) taken.push(now);
  for (const from of taken)
    expect(taken.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(3);
  expect(taken.length).toBeGreaterThan(12);
});

test('says the wait, keeps people apart, and survives a clock that is set back', () => {
  let now = 10_000;
  const pace = new Pace<object>(1, 1000, () => now);
  const [ann, bob] = [{}, {}];
  expect([pace.take(ann), pace.take(bob)]).toEqual([0, 0]);
  now += 400;
  expect(pace.take(ann)).toBe(600);
  now = 0;
  expect(pace.take(ann)).toBe(0);
});
