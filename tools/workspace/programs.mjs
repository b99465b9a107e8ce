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
];

/**
 * Where a program is, or undefined. For PostgreSQL the folder with `initdb` and `postgres`.
 * @param {(typeof programs)[number]} program
 */
export function find({ variable, names, folders = [], isFolder }, env = process.env) {
  if (env[variable]) return existsSync(env[variable]) ? env[variable] : undefined;
  const more = typeof folders === 'function' ? folders() : folders;
  for (const folder of [...(env.PATH ?? '').split(delimiter), ...more]) {
    for (const name of names) {
      if (folder && existsSync(join(folder, name))) return isFolder ? folder : join(folder, name);
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
