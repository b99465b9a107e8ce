import { expect, test } from 'vitest';
import { slowest, tookPlaywright, tookVitest } from './slowest.mjs';

test('names the files that took longest, by either runner', () => {
  const vitest = tookVitest({
    testResults: [
      { name: '/club/libs/a.test.ts', startTime: 1000, endTime: 3000 },
      { name: '/club/libs/b.test.ts', startTime: 0, endTime: 40_000 },
    ],
  });
  const spec = (...durations) => ({
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const browser = tookPlaywright({
    suites: [{ file: 'c.spec.ts', specs: [spec(4000)], suites: [{ specs: [spec(5000, 1000)] }] }],
  });
  expect(slowest([...vitest, ...browser])).toBe('b.test.ts 40 s, c.spec.ts 10 s, a.test.ts 2 s');
  expect(slowest([...vitest, ...browser], 1)).toBe('b.test.ts 40 s');
});

test('a runner that wrote no report took nothing that is known', () => {
  expect(slowest([...tookVitest(undefined), ...tookPlaywright(undefined)])).toBe('');
});
