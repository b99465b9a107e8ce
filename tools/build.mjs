// npm run build: makes what is not up to date. Quiet when all is well.
import './workspace/node-version.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endOnSignals, node, run } from './workspace/command.mjs';
import { installIfNeeded } from './workspace/install.mjs';
import { Stamp } from './workspace/stamp.mjs';
import { reportTrouble, Trouble } from './workspace/trouble.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What every step depends on: another version of a tool may write something else. */
const packages = ['package-lock.json', 'package.json'];

/**
 * The steps in order. A step whose sources (by content) are those of the last run is skipped without starting
 * anything, so that a second `npm start` costs milliseconds.
 */
const steps = {
  client: {
    name: 'database client',
    sources: [...packages, 'prisma/schema.prisma', 'tools/generate.mjs'],
    results: ['libs/storage/src/generated'],
    command: node('tools/generate.mjs'),
    needs: 'tools/generate.mjs',
  },
  code: {
    name: 'server',
    sources: [
      ...packages,
      'tsconfig.json',
      'tsconfig.options.json',
      'prisma',
      'libs',
      'apps',
      'examples',
    ],
    // tsc writes this file last, and only without errors does it hold a whole build.
    results: buildInfos,
    command: node('node_modules/typescript/bin/tsc', '-b'),
  },
  site: {
    name: 'site',
    sources: [
      ...packages,
      'apps/site',
      'libs/facade',
      'libs/wire',
      'libs/games',
      'libs/chat',
      'libs/forum',
      'libs/notices',
      'libs/people',
    ],
    results: ['apps/site/.next/BUILD_ID'],
    command: node(join(root, 'node_modules/next/dist/bin/next'), 'build'),
    folder: 'apps/site',
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    needs: 'apps/site/next.config',
  },
  packed: {
    name: "site's compressed scripts",
    sources: ['apps/site/.next/BUILD_ID', 'tools/pack-site.mjs'],
    results: ['apps/site/.next/packed/whole'],
    command: node('tools/pack-site.mjs'),
    needs: 'apps/site/.next/BUILD_ID',
  },
};

/** Builds everything, or only the steps named. @param {(line: string) => void} say */
export async function build(say, names = ['client', 'code', 'site', 'packed']) {
  for (const name of names) await buildStep(steps[name], name, say);
}

async function buildStep({ name, sources, results, command, folder = '.', env, needs }, key, say) {
  if (needs && !isThere(needs)) return;
  const stamp = new Stamp(root, key, {
    sources,
    results: typeof results === 'function' ? results() : results,
  });
  if (stamp.isCurrent()) return;
  say(`Building the ${name}…`);
  const { code, output, seconds } = await run(command, {
    cwd: join(root, folder),
    env: { ...env, SOURCES_HASH: stamp.hash },
    whileWaiting: (seconds) => say(`  still building the ${name}, ${Math.round(seconds)} s…`),
  });
  if (code !== 0) throw new Trouble(`The ${name} could not be built.`, output);
  stamp.write();
  say(`Built the ${name} in ${seconds.toFixed(1)} s.`);
}

/** The file that each TypeScript project of the build writes. */
function buildInfos() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  return read('tsconfig.json').references.flatMap(({ path }) => {
    const config = path.endsWith('.json') ? path : join(path, 'tsconfig.json');
    const { tsBuildInfoFile } = read(config).compilerOptions;
    return tsBuildInfoFile ? [join(dirname(config), tsBuildInfoFile)] : [];
  });
}

/** A path, with or without its extension. */
const isThere = (path) =>
  ['', '.ts', '.mjs', '.js'].some((extension) => existsSync(join(root, path + extension)));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endOnSignals();
  await reportTrouble(async () => {
    await installIfNeeded(root, console.log);
    await build(console.log);
  });
}
