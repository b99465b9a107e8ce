import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stamp } from './stamp.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trellis-stamp-'));
  write('src/a.ts', 'one');
  write('src/deep/b.ts', 'two');
  write('dist/a.js', 'built');
  stamp().write();
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const stamp = () => new Stamp(root, 'code', { sources: ['src', 'lock'], results: ['dist/a.js'] });

test('is current while nothing changes, also when a file is written again with the same text', () => {
  expect(stamp().isCurrent()).toBe(true);
  write('src/a.ts', 'one');
  expect(stamp().isCurrent()).toBe(true);
});

test.each([
  ['a changed file', () => write('src/deep/b.ts', 'two!')],
  ['a new file', () => write('src/c.ts', '')],
  ['a file that is gone', () => rmSync(join(root, 'src/a.ts'))],
  ['a source that did not exist', () => write('lock', '')],
  [
    'a moved border between two files',
    () => (write('src/a.ts', 'onet'), write('src/deep/b.ts', 'wo')),
  ],
  ['a result that is gone', () => rmSync(join(root, 'dist/a.js'))],
])('is not current after %s', (_what, change) => {
  change();
  expect(stamp().isCurrent()).toBe(false);
});

test('tests and what builds write are no sources', () => {
  write('src/a.test.ts', 'a test');
  write('src/dist/a.js', 'built');
  write('src/next-env.d.ts', 'written by Next');
  expect(stamp().isCurrent()).toBe(true);
});

test('says what was built, not what was changed while it was being built', () => {
  write('src/a.ts', 'newer');
  const before = stamp();
  write('src/a.ts', 'newest');
  before.write();
  expect(stamp().isCurrent()).toBe(false);
});
