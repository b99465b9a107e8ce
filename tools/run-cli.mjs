// `node tools/run-cli.mjs <name> [arguments]` runs one program of apps/cli, also in a clone that was
// neither installed nor built. What it has to say itself goes to stderr, so that a program's output
// can be piped.
import './workspace/node-version.mjs';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endOnSignals, node, run } from './workspace/command.mjs';
import { installIfNeeded } from './workspace/install.mjs';
import { reportTrouble, Trouble } from './workspace/trouble.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = '', ...args] = process.argv.slice(2);
const program = join(root, 'apps', 'cli', 'dist', `${name}.js`);

const ignoreSignals = endOnSignals();
let ready = false;
await reportTrouble(async () => {
  const source = join(root, 'apps', 'cli', 'src', `${name}.ts`);
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(source)) {
    throw new Trouble(`"${name}" is no program of apps/cli. For example: tic-tac-toe`);
  }
  await installIfNeeded(root, console.error);
  const generated = await run(node('tools/generate.mjs'), { cwd: root });
  if (generated.code !== 0) throw new Trouble('The database client is missing.', generated.output);
  const built = await run(node('node_modules/typescript/bin/tsc', '-b', 'apps/cli'), { cwd: root });
  if (built.code !== 0) throw new Trouble(`"${name}" could not be built.`, built.output);
  ready = true;
});
ignoreSignals();

// The program takes over this very process, so that what is typed and Ctrl-C are its own.
if (ready) {
  process.argv.splice(1, process.argv.length, program, ...args);
  await import(pathToFileURL(program).href);
}
