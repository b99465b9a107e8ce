import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './command.mjs';
import { Trouble } from './trouble.mjs';

/** Runs `npm ci` when what is installed is not what the lock file says. */
export async function installIfNeeded(root, say) {
  if (isInstalled(root)) return;
  say('Installing packages (npm ci)…');
  // Building needs the development packages also where NODE_ENV=production would leave them out.
  const { code, output, seconds } = await run(npm('ci', '--include=dev', '--no-progress'), {
    cwd: root,
    whileWaiting: (seconds) => say(`  still installing, ${Math.round(seconds)} s…`),
  });
  if (code !== 0) throw new Trouble('npm ci failed.', output);
  say(`Installed in ${Math.round(seconds)} s.`);
}

/**
 * Compares the lock file with the one that npm leaves in node_modules, which it writes last: so an
 * interrupted install is noticed and one made by hand is not repeated.
 */
function isInstalled(root) {
  const left = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(left)) return false;
  return isSame(packagesOf(join(root, 'package-lock.json')), packagesOf(left));
}

/**
 * True when every package of the lock file is there in the version it names. Optional packages of other
 * platforms may be absent; what was installed beside it does no harm.
 */
export function isSame(locked, installed) {
  const identity = (entry) =>
    entry.link ? `link ${entry.resolved}` : `${entry.version} ${entry.integrity ?? ''}`;
  return Object.entries(locked)
    .filter(([path]) => path.includes('node_modules'))
    .every(([path, entry]) =>
      installed[path] ? identity(installed[path]) === identity(entry) : mayBeAbsent(entry),
    );
}

const mayBeAbsent = (entry) =>
  Boolean(entry.optional || entry.devOptional || entry.os || entry.cpu);

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
