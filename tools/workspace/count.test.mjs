import { expect, test } from 'vitest';
import {
  checked,
  countListed,
  countPlaywright,
  countVitest,
  sentence,
  sum,
  withoutSkips,
} from './count.mjs';

const file = (status, ...statuses) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});
const stats = (more) => ({ expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...more });

test('adds up what the runners counted', () => {
  const vitest = countVitest(
    {
      testResults: [
        file('passed', 'passed', 'skipped', 'todo'),
        file('failed', 'failed', 'passed'),
      ],
    },
    1,
  );
  const browser = countPlaywright({ stats: stats({ expected: 5, skipped: 1 }), errors: [] }, 0);
  expect(sentence(sum([vitest, browser, checked(true), checked(false)]))).toBe(
    '8 passed, 2 failed, 3 skipped',
  );
});

test('a file that could not be loaded has failed, though none of its tests did', () => {
  expect(countVitest({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test('an exit code that no test explains is a failure', () => {
  expect(countVitest({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
  expect(countPlaywright({ stats: stats({ expected: 2 }) }, 1).failed).toBe(1);
});

test('a runner that wrote no report, and one that ran nothing, have failed', () => {
  expect(countVitest(undefined, 0).failed).toBe(1);
  expect(countPlaywright(undefined, 0).failed).toBe(1);
  expect(countVitest({ testResults: [] }, 0).failed).toBe(1);
  expect(countPlaywright({ stats: stats() }, 0).failed).toBe(1);
});

test('a journey that passed only at the second try has failed; so has a set-up', () => {
  const report = { stats: stats({ expected: 3, flaky: 1 }), errors: [{ message: 'no server' }] };
  expect(countPlaywright(report, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test('counts the journeys that were only listed, however deep they are', () => {
  const spec = (...tests) => ({ tests });
  const report = { suites: [{ specs: [spec(1)], suites: [{ specs: [spec(1, 2), spec(1)] }] }] };
  expect(countListed(report)).toBe(4);
});

test('where everything must run, a skip is a failure', () => {
  expect(withoutSkips({ passed: 4, failed: 1, skipped: 2 })).toEqual({
    passed: 4,
    failed: 3,
    skipped: 0,
  });
});
