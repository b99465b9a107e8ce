// `node tools/run-cli.mjs <name> [arguments]` runs one program of apps/cli, in a clone that was
// neither installed nor built as well. What it has to say itself goes to stderr, so that a program's
// output can be piped.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
if (!/^[a-z][a-z-]*$/.test(name))
  fail('Which program? For example: node tools/run-cli.mjs tic-tac-toe');

const tsc = `${root}node_modules/typescript/bin/tsc`;
if (!existsSync(tsc)) {
  console.error('Installing…');
  await step('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
await step(process.execPath, [tsc, '-b', `${root}apps/cli`]);

const program = `${root}apps/cli/dist/${name}.js`;
if (!existsSync(program)) fail(`apps/cli has no program called "${name}".`);
process.exitCode = await run(process.execPath, [program, ...args], 'inherit');

/** Something that has to succeed first. It may not read what is typed for the program. */
async function step(command, parameters) {
  const code = await run(command, parameters, ['ignore', 2, 2]);
  if (code !== 0) process.exit(code);
}

function run(command, parameters, stdio) {
  return new Promise((resolve, reject) => {
    const cwd = stdio === 'inherit' ? process.cwd() : root;
    const child = spawn(command, parameters, {
      cwd,
      stdio,
      shell: process.platform === 'win32' && command === 'npm',
    });
    // A Ctrl-C in the terminal reaches the child by itself; this process only has to outlive it.
    const ignore = () => {};
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', ignore).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore).off('SIGTERM', pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
