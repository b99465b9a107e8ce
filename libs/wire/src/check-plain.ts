import { limits } from './limits.js';

/**
 * Looks at a value that came from outside before any schema does: depth, numbers that JSON cannot
 * carry faithfully (`Infinity`, `-0`, unsafe integers), strings with NUL or lone surrogates, and keys
 * that reach the prototype or hide what every object has (a `length` whose `valueOf` is a number cannot even be
 * compared: a schema would throw). Returns what is wrong, or undefined. Walks without recursion.
 */
export function checkPlain(
  value: unknown,
  longestString: number = limits.string,
): string | undefined {
  const stack: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  while (stack.length > 0) {
    const { value: each, depth } = stack.pop()!;
    if (typeof each === 'number') {
      if (!Number.isFinite(each) || Object.is(each, -0)) return 'a number that is not finite';
      if (Number.isInteger(each) && !Number.isSafeInteger(each))
        return 'a number that is too large';
    } else if (typeof each === 'string') {
      if (each.length > longestString) return 'a text that is too long';
      if (each.includes('\0') || !each.isWellFormed())
        return 'a text with characters that are not text';
    } else if (each && typeof each === 'object') {
      if (!isPlain(each)) return 'a value that is not JSON';
      if (depth >= limits.depth) return 'a value that is nested too deeply';
      for (const [key, child] of Object.entries(each)) {
        if (key in Object.prototype || key === 'prototype') return `a field called ${key}`;
        stack.push({ value: key, depth: depth + 1 }, { value: child, depth: depth + 1 });
      }
    } else if (typeof each === 'bigint' || typeof each === 'function' || typeof each === 'symbol') {
      return 'a value that is not JSON';
    }
  }
  return undefined;
}

/** Socket.IO brings bytes as buffers; no request of ours has any. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
