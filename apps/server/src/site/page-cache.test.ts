import { describe, expect, test, vi } from 'vitest';
import { cacheLimits, PageCache } from './page-cache.js';

const page = (name: string, bytes = 10) => ({ name, bytes });

function aCache(limits = {}) {
  let time = 10_000;
  const cache = new PageCache<ReturnType<typeof page>>(() => time, { ...cacheLimits, ...limits });
  return { cache, pass: (ms: number) => (time += ms) };
}

describe('a page of the cache', () => {
  test('is rendered once for readers who come together, and then not again', async () => {
    const { cache } = aCache();
    const render = vi.fn(async () => page('home'));
    const [one, two] = await Promise.all([
      cache.get('home', [], render),
      cache.get('home', [], render),
    ]);
    expect(one).toBe(two);
    expect(cache.fresh('home')).toBe(one);
    expect(render).toHaveBeenCalledTimes(1);
  });

  test('is rendered again only after a fact touched it', async () => {
    const { cache, pass } = aCache();
    await cache.get('home', ['games'], async () => page('old'));
    pass(10_000);
    cache.touch(['counts']);
    expect(cache.fresh('home')?.name).toBe('old');
    cache.touch(['games']);
    expect(cache.fresh('home')).toBeUndefined();
    expect(await cache.get('home', ['games'], async () => page('new'))).toMatchObject({
      name: 'new',
    });
    expect(cache.fresh('home')?.name).toBe('new');
  });

  test('keeps its pause, and shows the older copy until then', async () => {
    const { cache, pass } = aCache();
    await cache.get('home', ['games'], async () => page('old'));
    cache.touch(['games']);
    pass(499);
    expect(cache.fresh('home')?.name).toBe('old');
    pass(1);
    expect(cache.fresh('home')).toBeUndefined();
  });

  test('is stale again when a fact comes while it is rendered', async () => {
    const { cache, pass } = aCache();
    await cache.get('home', ['games'], async () => {
      cache.touch(['games']);
      return page('too early');
    });
    pass(500);
    expect(cache.fresh('home')).toBeUndefined();
  });

  test('stays readable when it cannot be rendered again, and is tried again', async () => {
    const { cache, pass } = aCache();
    await cache.get('home', ['games'], async () => page('old'));
    cache.touch(['games']);
    pass(500);
    const away = () => Promise.reject(new Error('away'));
    expect(await cache.get('home', ['games'], away)).toMatchObject({ name: 'old' });
    expect(cache.fresh('home')?.name).toBe('old');
    pass(500);
    expect(cache.fresh('home')).toBeUndefined();
  });

  test('shows the older copy to a reader who has waited long enough', async () => {
    const { cache, pass } = aCache({ patienceMs: 1 });
    await cache.get('home', ['games'], async () => page('old'));
    cache.touch(['games']);
    pass(500);
    const slow = new Promise<never>(() => undefined);
    expect(await cache.get('home', ['games'], () => slow)).toMatchObject({ name: 'old' });
  });
});

test('what could not be rendered at all is an error, and nothing is kept', async () => {
  const { cache } = aCache();
  await expect(cache.get('x', [], () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await cache.get('x', [], async () => page('x'))).toMatchObject({ name: 'x' });
});

test('what is not to be kept is not kept', async () => {
  const { cache } = aCache();
  expect(await cache.get('x', [], async () => undefined)).toBeUndefined();
  expect(cache.fresh('x')).toBeUndefined();
});

test.each([{ entries: 3 }, { bytes: 30 }])(
  'within %o the pages that are asked for stay',
  async (limits) => {
    const { cache } = aCache(limits);
    for (const name of ['a', 'b', 'c', 'd'])
      await cache.get(name, ['games'], async () => page(name));
    for (const name of ['b', 'c', 'd']) cache.fresh(name);
    cache.fresh('d');
    for (const name of ['e', 'f']) {
      await cache.get(name, ['games'], async () => page(name));
      cache.fresh('d');
    }
    const held = ['a', 'b', 'c', 'd', 'e', 'f'].filter((name) => cache.fresh(name));
    expect(held.length).toBeLessThanOrEqual(3);
    expect(held).toContain('f');
  },
);
