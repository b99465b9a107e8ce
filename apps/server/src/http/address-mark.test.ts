import { expect, test } from 'vitest';
import { addressMark } from './address-mark.js';

test('the same household has the same mark, another one another', () => {
  expect(addressMark('203.0.113.7')).toBe(addressMark('203.0.113.7'));
  expect(addressMark('2001:db8::1')).toBe(addressMark('2001:db8::2'));
  expect(addressMark('203.0.113.7')).not.toBe(addressMark('203.0.113.8'));
});

test('a mark does not show the address', () => {
  expect(addressMark('203.0.113.7')).toMatch(/^[\w-]{12}$/);
});
