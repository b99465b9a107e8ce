import { expect, test } from 'vitest';
import { quoted } from './quoted';

test('quotes somebody’s own words, line by line', () => {
  expect(quoted('Ann', 'One\n\nTwo')).toBe('> **Ann**\n>\n> One\n>\n> Two');
});

test('leaves out what he quoted himself, and takes a name as it is', () => {
  expect(quoted('A*b', '> **Bob**\n> said\n\nNo.')).toBe('> **A\\*b**\n>\n> No.');
});
