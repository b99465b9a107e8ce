import { node, run } from './command.mjs';
import { Trouble } from './trouble.mjs';

const tsc = (...args) => node('node_modules/typescript/bin/tsc', ...args);

/** Types of what the build leaves out: the tests. */
export async function typesOfTests(root) {
  await mustPass(
    root,
    tsc('--project', 'tsconfig.tests.json'),
    'The types of the tests are wrong.',
  );
}

/** Types of the site, which its own build leaves out too. */
export async function typesOfSite(root) {
  await mustPass(
    root,
    tsc('--project', 'apps/site', '--noEmit'),
    'The types of the site are wrong.',
  );
}

/** ESLint with the boundaries between projects, then the format. @param {string[]} files */
export async function lint(root, files = ['.']) {
  await makeProjectGraph(root);
  const cache = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];
  // What the boundaries forbid depends on other files too, so a whole run never trusts the cache.
  const options = files.includes('.') ? [] : cache;
  const { output } = await mustPass(
    root,
    node(
      'node_modules/eslint/bin/eslint.js',
      ...['--max-warnings', '0', '--no-warn-ignored', ...options, ...files],
    ),
    'ESLint found something.',
  );
  if (output.includes('No cached ProjectGraph')) {
    throw new Trouble('The boundaries were not checked: ESLint found no project graph.', output);
  }
  await mustPass(
    root,
    node('node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...files),
    'Some files are not formatted: npm run format.',
  );
}

/** The boundary rule reads the graph that Nx leaves in its cache, and checks nothing without it. */
export async function makeProjectGraph(root) {
  await mustPass(
    root,
    node('node_modules/nx/dist/bin/nx.js', 'show', 'projects'),
    'Nx could not make its project graph.',
    {
      NX_DAEMON: 'false',
      CI: 'true',
    },
  );
}

async function mustPass(root, command, sentence, env = {}) {
  const ran = await run(command, { cwd: root, env: { NX_DAEMON: 'false', ...env } });
  if (ran.code !== 0) throw new Trouble(sentence, ran.output);
  return ran;
}
