// npm run check: what a change is most likely to break, in seconds. `npm test` is the whole.
import './workspace/node-version.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { endOnSignals, node, run } from './workspace/command.mjs';
import { installIfNeeded } from './workspace/install.mjs';
import { lint, typesOfSite, typesOfTests } from './workspace/static-checks.mjs';
import { reportTrouble, Trouble } from './workspace/trouble.mjs';

endOnSignals();
await reportTrouble(async () => {
  await installIfNeeded(root, console.log);
  await build(console.log, ['client', 'code']);

  console.log('Checking types…');
  await typesOfTests(root);
  await typesOfSite(root);

  const files = await changedFiles();
  if (files.length > 0) {
    console.log(`Checking ${files.length} changed files…`);
    await lint(root, files);
  }

  const { code } = await run(
    node('node_modules/vitest/vitest.mjs', 'run', '--changed', '--passWithNoTests'),
    { cwd: root, quiet: false },
  );
  if (code !== 0) throw new Trouble('Some tests failed.');
  console.log('All is well.');
});

/** Against the last commit, new files included. */
async function changedFiles() {
  const lists = await Promise.all([
    run(['git', 'diff', '--name-only', '--diff-filter=d', 'HEAD'], { cwd: root }),
    run(['git', 'ls-files', '--others', '--exclude-standard'], { cwd: root }),
  ]);
  const failed = lists.find(({ code }) => code !== 0);
  if (failed) throw new Trouble('git could not say what has changed.', failed.output);
  return lists
    .flatMap(({ output }) => output.split('\n'))
    .filter((file) => /\.(ts|tsx|mjs|json|css|ya?ml)$/.test(file) && existsSync(join(root, file)));
}
