import { beforeEach, expect, test, vi } from 'vitest';
import { keepSeen, seenDeal } from './seen-deals';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

test('the commitment that was seen first stays, and its contribution is added once', () => {
  keepSeen('g', { commitment: 'c', contribution: null });
  keepSeen('g', { commitment: 'other', contribution: 'x' });
  expect(seenDeal('g')).toEqual({ commitment: 'c', contribution: null });
  keepSeen('g', { commitment: 'c', contribution: 'mine' });
  keepSeen('g', { commitment: 'c', contribution: 'later' });
  expect(seenDeal('g')).toEqual({ commitment: 'c', contribution: 'mine' });
  expect(seenDeal('h')).toBeUndefined();
});

test('only the last games are kept', () => {
  for (let game = 0; game < 70; game++)
    keepSeen(`g${game}`, { commitment: 'c', contribution: null });
  expect(seenDeal('g0')).toBeUndefined();
  expect(seenDeal('g69')).toBeDefined();
});

test.each(['{', '{}', '[1,[2]]', 'null'])('what is no list of ours is forgotten: %s', (text) => {
  kept.set('trellis.deals', text);
  expect(seenDeal('g')).toBeUndefined();
  keepSeen('g', { commitment: 'c', contribution: null });
  expect(seenDeal('g')).toBeDefined();
});
