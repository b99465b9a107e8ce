/** Equal data gives equal text, whatever the order of keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/**
 * The first thing inside that JSON would lose or change (`undefined`, `NaN`, `-0`, a Map, a hole in
 * an array, …), as "where: what"; undefined when everything survives.
 */
export function whatJsonLoses(value: unknown, path = 'it'): string | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? undefined
        : `${path}: ${Object.is(value, -0) ? '-0' : value}`;
    case 'object':
      return value === null ? undefined : whatJsonLosesInside(value, path);
    default:
      return `${path}: ${typeof value}`;
  }
}

function whatJsonLosesInside(value: object, path: string): string | undefined {
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) return `${path}: an array with holes or names`;
    return first(value, (each, i) => whatJsonLoses(each, `${path}[${i}]`));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    return `${path}: a ${value.constructor.name}`;
  if (Object.getOwnPropertySymbols(value).length > 0) return `${path}: a symbol as a key`;
  return first(Object.entries(value), ([key, each]) => whatJsonLoses(each, `${path}.${key}`));
}

/** What is frozen all the way down; states share most of their parts with the one before. */
const frozen = new WeakSet<object>();

/** Freezes what was just made, so that whoever mutates it later throws at that place. */
export function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !frozen.has(value)) {
    frozen.add(Object.freeze(value));
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}

function first<T, R>(
  items: readonly T[],
  find: (item: T, index: number) => R | undefined,
): R | undefined {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}
