import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlain } from './check-plain.js';
import { limits } from './limits.js';

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

test.each<[string, unknown]>([
  ['1e400', JSON.parse('1e400')],
  ['minus infinity', -Infinity],
  ['not a number', NaN],
  ['minus zero', -0],
  ['an integer JSON cannot carry', JSON.parse('9007199254740993')],
  ['a NUL', 'a\0b'],
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate as a key', { '\udc00': 1 }],
  ['a long text', 'x'.repeat(limits.string + 1)],
  ['deep arrays', nested(limits.depth + 1)],
  ['very deep arrays', nested(200_000)],
  ['__proto__', JSON.parse('{"__proto__": {"x": 1}}')],
  ['constructor', { constructor: { prototype: { x: 1 } } }],
  ['an object that cannot be compared', { length: { toString: 1, valueOf: 1 } }],
  ['bytes', { action: new Uint8Array([1, 2]) }],
  ['a map', new Map()],
  ['a function', () => 1],
])('%s is refused', (_, value) => {
  expect(checkPlain({ value })).toEqual(expect.any(String));
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('every sane JSON value passes', () => {
  const value = fc.jsonValue({ maxDepth: 6, depthSize: 'small' });
  fc.assert(
    fc.property(value, (sane) => {
      fc.pre(!/-0|\\u0000/.test(JSON.stringify(sane)));
      const names = ['prototype', ...Object.getOwnPropertyNames(Object.prototype)];
      fc.pre(!names.some((name) => JSON.stringify(sane).includes(`"${name}"`)));
      const text = JSON.stringify(sane);
      fc.pre(!text.includes('\\ud') && !hasWideNumber(sane));
      expect(checkPlain(JSON.parse(text))).toBeUndefined();
    }),
  );
});

function hasWideNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return value !== null && typeof value === 'object' && Object.values(value).some(hasWideNumber);
}
