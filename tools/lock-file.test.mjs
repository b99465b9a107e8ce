import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const floors = read('./version-floors.json');
const { packages } = read('../package-lock.json');

/** Packages with a script that npm would run when they are installed; `.npmrc` keeps it from doing so. */
const withScripts = ['@parcel/watcher', '@prisma/engines', '@swc/core', 'nx', 'prisma'];

const installed = Object.entries(packages)
  .filter(([path, { link }]) => path.includes('node_modules/') && !link)
  .map(([path, { version, ...rest }]) => ({ name: nameOf(path), path, version, ...rest }));

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Negative when `one` is the older of two releases. A pre-release counts as its release. */
function compare(one, other) {
  const numbers = (version) => version.split('-')[0].split('.').map(Number);
  const [left, right] = [numbers(one), numbers(other)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

function tooOld(all) {
  return all.filter(({ name, version }) => name in floors && compare(version, floors[name][0]) < 0);
}

describe('the lock file', () => {
  test.each(Object.keys(floors))('every copy of %s is above its known holes', (name) => {
    const copies = installed.filter((each) => each.name === name);
    expect(copies.length).toBeGreaterThan(0);
    expect(tooOld(copies)).toEqual([]);
  });

  test('a copy below its floor is found, however deep it lies', () => {
    expect(tooOld([{ name: 'ws', version: '8.20.9' }])).toHaveLength(1);
    expect(tooOld([{ name: 'ws', version: '8.21.0' }])).toHaveLength(0);
    expect(tooOld([{ name: 'next', version: '16.10.0' }])).toHaveLength(0);
  });

  test('what is downloaded is what was locked, and from nowhere in particular', () => {
    expect(installed.filter(({ integrity }) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
    expect(installed.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  test('no package brings an install script that nobody has looked at', () => {
    const found = installed.filter(({ hasInstallScript }) => hasInstallScript);
    expect([...new Set(found.map(({ name }) => name))].sort()).toEqual(withScripts);
    expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toMatch(
      /^ignore-scripts=true$/m,
    );
  });

  test('Prisma and its client are of one version', () => {
    const versions = installed.filter(({ name }) => ['prisma', '@prisma/client'].includes(name));
    expect(new Set(versions.map(({ version }) => version)).size).toBe(1);
  });
});
