import { expect, test } from 'vitest';
import { BadJson, lineAt, parseWithOffsets } from './json-lines.js';

test('every value has its offset, and lines count from 1', () => {
  const text = '{\n  "a": [1,\n    {"b": "x\\"y"}],\n  "c": null\n}\n';
  const { value, offsets } = parseWithOffsets(text);
  expect(value).toEqual({ a: [1, { b: 'x"y' }], c: null });
  expect(lineAt(text, offsets.get('a')!)).toBe(2);
  expect(lineAt(text, offsets.get('a[1].b')!)).toBe(3);
  expect(lineAt(text, offsets.get('c')!)).toBe(4);
});

test.each([
  ['{"a": }', 6],
  ['{"a" 1}', 5],
  ['[1, 2', 5],
  ['{"a": "x', 6],
  ['[1,]', 3],
  ['{} x', 3],
  ['01', 0],
  ['', 0],
  ['[tru]', 1],
  ['{a: 1}', 1],
])('%s is wrong at %i', (text, offset) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  try {
    parseWithOffsets(text);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(BadJson);
    expect((error as BadJson).offset).toBe(offset);
  }
});

test('nonsense that is nested deep is refused, not a crash', () => {
  expect(() => parseWithOffsets('['.repeat(100_000))).toThrow(BadJson);
});
