// Which files took longest: where the time of npm test goes is looked at each time, not only when it hurts.
/** @typedef {{ file: string, seconds: number }} Took */

/** From Vitest's JSON report. @returns {Took[]} */
export const tookVitest = (report) =>
  (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    file: name,
    seconds: (endTime - startTime) / 1000,
  }));

/** From Playwright's JSON report: the journeys of a file together. @returns {Took[]} */
export const tookPlaywright = (report) =>
  (report?.suites ?? []).map((suite) => ({
    file: suite.file,
    seconds: durationsIn(suite).reduce((sum, each) => sum + each, 0) / 1000,
  }));

const durationsIn = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ tests }) =>
    tests.flatMap(({ results }) => results.map(({ duration }) => duration)),
  ),
  ...suites.flatMap(durationsIn),
];

/** One line: the longest first. @param {Took[]} files */
export const slowest = (files, most = 10) =>
  [...files]
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, most)
    .map(({ file, seconds }) => `${file.split('/').at(-1)} ${seconds.toFixed(0)} s`)
    .join(', ');
