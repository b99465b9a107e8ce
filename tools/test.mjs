// npm test: everything that is checked, by every runner. Its last line is the sum.
import './workspace/node-version.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { build, root } from './build.mjs';
import { endOnSignals, node, run } from './workspace/command.mjs';
import {
  checked,
  countListed,
  countPlaywright,
  countVitest,
  sentence,
  sum,
  withoutSkips,
} from './workspace/count.mjs';
import { installIfNeeded } from './workspace/install.mjs';
import { find, programs } from './workspace/programs.mjs';
import { slowest, tookPlaywright, tookVitest } from './workspace/slowest.mjs';
import { lint, typesOfSite, typesOfTests } from './workspace/static-checks.mjs';
import { Trouble } from './workspace/trouble.mjs';

const mustRunAll = process.env.REQUIRE_ALL === '1';
const reports = mkdtempSync(join(tmpdir(), 'trellis-test-'));
const stages = [];
const files = [];

endOnSignals();
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/**
 * Runs one part, prints what it came to, and goes on with the next whatever that was. A part that counts nothing
 * is one check.
 */
async function stage(name, body) {
  const begun = Date.now();
  let count;
  try {
    count = (await body()) ?? checked(true);
  } catch (error) {
    console.error(error instanceof Trouble ? `${error.output}\n${error.message}` : error);
    count = checked(false);
  }
  const seconds = (Date.now() - begun) / 1000;
  stages.push({ name, count, seconds });
  console.log(`── ${name}: ${sentence(count)} (${seconds.toFixed(1)} s)\n`);
}

async function vitest(config) {
  const file = join(reports, `${config}.json`);
  const { code } = await run(
    node(
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', config],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ),
    { cwd: root, env: suiteEnv, quiet: false },
  );
  const report = readReport(file);
  files.push(...tookVitest(report));
  return countVitest(report, code);
}

async function playwright() {
  const file = join(reports, 'playwright.json');
  const start = (...more) =>
    run(
      node(
        'node_modules/@playwright/test/cli.js',
        ...['test', '--config', 'apps/e2e/playwright.config.ts', ...more],
      ),
      {
        cwd: root,
        env: { ...suiteEnv, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        quiet: more.includes('--list'),
      },
    );
  if (!found.CHROMIUM) {
    const { code, output } = await start('--list', '--reporter=json');
    if (code !== 0) throw new Trouble('The journeys could not be listed.', output);
    return { passed: 0, failed: 0, skipped: countListed(readReport(file)) };
  }
  const { code } = await start('--reporter=list,json');
  const report = readReport(file);
  files.push(...tookPlaywright(report));
  return countPlaywright(report, code);
}

const readReport = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

const found = Object.fromEntries(
  programs.map((program) => [program.variable, find(program)]).filter(([, path]) => path),
);
const missing = programs.filter(({ variable }) => !found[variable]);
// Suites that look for a program by themselves find the same one.
const folders = programs
  .filter(({ variable }) => found[variable])
  .map(({ variable, isFolder }) => (isFolder ? found[variable] : dirname(found[variable])));
const suiteEnv = {
  ...found,
  PATH: [process.env.PATH, ...folders].join(delimiter),
  NODE_ENV: undefined,
};

const say = console.log;
await stage('install', () => installIfNeeded(root, say));
await stage('build', () => build(say, ['client', 'code']));
// Each of them keeps one core busy, or two for a while; the two that follow have both to themselves.
const statics = async () => {
  await stage('site', () => build(say, ['site', 'packed']));
  await stage('types of the site', () => typesOfSite(root));
  await stage('lint', () => lint(root));
};
const units = async () => {
  await stage('types of the tests', () => typesOfTests(root));
  await stage('unit', () => vitest('vitest.config.ts'));
};
await Promise.all([statics(), units()]);
await stage('integration', () => vitest('vitest.integration.config.ts'));
await stage('browser', playwright);

const total = sum(stages.map(({ count }) => count));
const missed = missing.map(
  ({ name, suites, get, variable }) =>
    `${mustRunAll ? 'Failed' : 'Skipped'}: ${suites}, because ${name} was not found. Get it with "${get}", or say where it is with ${variable}.`,
);
for (const line of missed) console.log(line);
if (mustRunAll && total.skipped > 0) {
  console.log(`REQUIRE_ALL=1: the ${total.skipped} skipped count as failed.`);
}
const verdict = mustRunAll
  ? sum([withoutSkips(total), ...missing.map(() => checked(false))])
  : total;
const names = stages.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`);
console.log(`Times: ${names.join(', ')}.`);
console.log(`Slowest files: ${slowest(files)}.`);
console.log(sentence(verdict));
process.exitCode = verdict.failed > 0 ? 1 : 0;
