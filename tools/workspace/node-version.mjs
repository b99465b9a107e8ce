// Import this first: it ends the process with a sentence instead of a stack trace on an old Node.
import { readFileSync } from 'node:fs';

/** True when `version` (`20.19.1`) is at least `minimum` (`20.19`). */
export function isAtLeast(version, minimum) {
  const have = version.split('.').map(Number);
  const want = minimum.split('.').map(Number);
  for (let place = 0; place < want.length; place += 1) {
    if ((have[place] ?? 0) !== want[place]) return (have[place] ?? 0) > want[place];
  }
  return true;
}

const { engines } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const minimum = engines.node.replace(/^>=\s*/, '');

if (!isAtLeast(process.versions.node, minimum)) {
  console.error(
    `Trellis needs Node ${minimum} or newer; this is ${process.version}. Get it from https://nodejs.org/.`,
  );
  process.exit(1);
}
