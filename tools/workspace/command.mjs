import { spawn } from 'node:child_process';

/** @typedef {{ code: number, output: string, seconds: number }} Ran */

const running = new Set();
const posix = process.platform !== 'win32';

/**
 * Runs a program to its end. Quiet ones keep their output for the caller; the others write to the terminal and are
 * kept as well. Never rejects: a program that cannot be started or that a signal ended has a code ≠ 0.
 * @param {string[]} command
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean, whileWaiting?: (seconds: number) => void }} options
 * @returns {Promise<Ran>}
 */
export function run(command, { cwd, env = {}, quiet = true, whileWaiting } = {}) {
  const begun = Date.now();
  const seconds = () => (Date.now() - begun) / 1000;
  return new Promise((resolve) => {
    // Its own process group, so that a signal reaches it once, through us, with everything it started.
    const child = spawn(command[0], command.slice(1), {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: posix,
    });
    running.add(child);
    const waiting = whileWaiting && setInterval(() => whileWaiting(seconds()), 10_000);
    const parts = [];
    const keep = (stream) => (part) => {
      parts.push(part);
      if (!quiet) stream.write(part);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    const end = (code, more = '') => {
      clearInterval(waiting);
      running.delete(child);
      resolve({ code, output: Buffer.concat(parts).toString('utf8') + more, seconds: seconds() });
    };
    child.on('error', (error) => end(127, `${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `Ended by ${signal}.\n` : ''));
  });
}

/** One of our own dependencies' programs, run by this very Node: no shell, no npx. */
export const node = (script, ...args) => [process.execPath, script, ...args];

/** npm, also where it is a .cmd file that `spawn` cannot start. */
export const npm = (...args) =>
  process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath, ...args]
    : ['npm', ...args];

/** Ends with whoever ends us: what runs gets the same signal, then this process goes. */
export function endOnSignals() {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };
  const listeners = Object.entries(numbers).map(([signal, number]) => {
    const listener = () => {
      for (const child of running) signalGroup(child, signal);
      process.exit(128 + number);
    };
    process.on(signal, listener);
    return [signal, listener];
  });
  return () => listeners.forEach(([signal, listener]) => process.off(signal, listener));
}

function signalGroup(child, signal) {
  try {
    if (posix) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has just ended by itself.
  }
}
