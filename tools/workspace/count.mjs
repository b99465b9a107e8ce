/**
 * Sums of all runners. Whatever is not clearly a pass is a failure: a runner that crashed, a file that could not
 * be loaded, a suite with no tests, a test that passed only at the second try.
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/** @param {Count[]} counts @returns {Count} */
export const sum = (counts) =>
  counts.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line of `npm test`. @param {Count} count */
export const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A check that is one thing as a whole: lint, types. */
export const checked = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/**
 * From Vitest's JSON report; `report` is undefined when it wrote none.
 * @returns {Count}
 */
export function countVitest(report, code) {
  if (!report) return checked(false);
  const counts = report.testResults.map((file) => {
    const statuses = file.assertionResults.map(({ status }) => status);
    const failed = statuses.filter((status) => status === 'failed').length;
    const passed = statuses.filter((status) => status === 'passed').length;
    return {
      passed,
      failed: failed === 0 && file.status === 'failed' ? 1 : failed,
      skipped: statuses.length - passed - failed,
    };
  });
  return atLeastOneFailure(sum(counts), code);
}

/**
 * From Playwright's JSON report; `report` is undefined when it wrote none.
 * @returns {Count}
 */
export function countPlaywright(report, code) {
  if (!report) return checked(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure(
    { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped },
    code,
  );
}

/** How many journeys `playwright test --list` found. */
export function countListed(report) {
  const inSuite = ({ specs = [], suites = [] }) =>
    specs.reduce((total, spec) => total + spec.tests.length, 0) +
    suites.reduce((total, suite) => total + inSuite(suite), 0);
  return inSuite({ suites: report.suites });
}

/** An exit code ≠ 0, or nothing at all, never counts as well. */
function atLeastOneFailure(count, code) {
  const wentWrong = code !== 0 || count.passed + count.failed + count.skipped === 0;
  return count.failed === 0 && wentWrong ? { ...count, failed: 1 } : count;
}

/** Where everything must run, what was skipped has failed. @param {Count} count */
export const withoutSkips = ({ passed, failed, skipped }) => ({
  passed,
  failed: failed + skipped,
  skipped: 0,
});
