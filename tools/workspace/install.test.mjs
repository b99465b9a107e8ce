import { expect, test } from 'vitest';
import { isSame } from './install.mjs';
import { isAtLeast } from './node-version.mjs';

const zod = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } };
const link = { 'node_modules/@trellis/wire': { link: true, resolved: 'libs/wire' } };

test('what the lock file names must be there, in that version', () => {
  const locked = { '': {}, 'libs/wire': {}, ...zod, ...link };
  expect(isSame(locked, { ...zod, ...link })).toBe(true);
  expect(isSame(locked, { ...link })).toBe(false);
  expect(isSame(locked, { ...zod })).toBe(false);
  const other = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-b' } };
  expect(isSame(locked, { ...other, ...link })).toBe(false);
});

test('packages of other platforms may be absent', () => {
  const forMac = { 'node_modules/@next/swc-darwin-arm64': { version: '16.4.5', optional: true } };
  expect(isSame({ ...zod, ...forMac }, zod)).toBe(true);
});

test('compares versions of Node by number', () => {
  expect(isAtLeast('20.19.0', '20.19')).toBe(true);
  expect(isAtLeast('20.9.9', '20.19')).toBe(false);
  expect(isAtLeast('22.0.0', '20.19')).toBe(true);
  expect(isAtLeast('18.20.1', '20.19')).toBe(false);
});
