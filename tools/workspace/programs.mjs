import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Programs that some suites need and npm does not bring. `variable` tells the suites where one is; a person who
 * has it in an unusual place sets it himself.
 */
export const programs = [
  {
    name: 'Chromium',
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    suites: 'the journeys in a real browser',
    get: 'apt-get install chromium',
  },
  {
    name: 'redis-server',
    variable: 'REDIS_SERVER',
    names: ['redis-server'],
    suites: 'the tests of several processes',
    get: 'apt-get install redis-server',
  },
  {
    name: 'nginx',
    variable: 'NGINX',
    names: ['nginx'],
    folders: ['/usr/sbin'],
    suites: 'the tests of several processes behind nginx',
    get: 'apt-get install nginx',
  },
  {
    name: 'PostgreSQL',
    variable: 'POSTGRES_BIN',
    names: ['initdb'],
    folders: () => foldersBelow('/usr/lib/postgresql'),
    suites: 'the tests of storage on a real Postgres',
    get: 'apt-get install postgresql',
    isFolder: true,
  },
  {
    name: 'Python with python-socketio and aiohttp',
    variable: 'PYTHON',
    names: ['python3'],
    // Often another Python comes first in the path; Debian's packages are those of its own.
    folders: ['/usr/bin'],
    works: (path) => spawnSync(path, ['-c', 'import socketio, aiohttp, websocket']).status === 0,
    suites: 'the programs of strangers in examples/python',
    get: 'apt-get install python3-socketio python3-aiohttp python3-websocket',
  },
];

/**
 * Where a program is, or undefined. For PostgreSQL the folder with `initdb` and `postgres`.
 * @param {(typeof programs)[number]} program
 */
export function find(
  { variable, names, folders = [], isFolder, works = () => true },
  env = process.env,
) {
  if (env[variable]) return existsSync(env[variable]) ? env[variable] : undefined;
  const more = typeof folders === 'function' ? folders() : folders;
  for (const folder of [...(env.PATH ?? '').split(delimiter), ...more]) {
    for (const name of names) {
      const path = folder && join(folder, name);
      if (path && existsSync(path) && works(path)) return isFolder ? folder : path;
    }
  }
  return undefined;
}

/** The newest version first. */
const foldersBelow = (path) =>
  existsSync(path)
    ? readdirSync(path)
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join(path, version, 'bin'))
    : [];
