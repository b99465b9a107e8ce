import { expect, test } from 'vitest';
import { cleanPost, cleanTitle, excerptOf, longestPost } from './words.js';
import { isNewcomer, mustBeWithinLimits, writingLimits, type Writer } from './rules.js';
import { mustBeSection, sectionsOf } from './sections.js';

const now = 100 * 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

function aWriter(change: Partial<Writer> = {}, lastDay: Partial<Writer['lastDay']> = {}): Writer {
  return {
    memberSince: now - 48 * hour,
    isEditor: false,
    ...change,
    lastDay: { threads: 0, posts: 0, postsEver: 10, ...lastDay },
  };
}

test('somebody is a newcomer for a day, and until his third post', () => {
  expect(isNewcomer(aWriter(), now)).toBe(false);
  expect(isNewcomer(aWriter({ memberSince: now - 23 * hour }), now)).toBe(true);
  expect(isNewcomer(aWriter({}, { postsEver: 2 }), now)).toBe(true);
});

test('newcomers write a little, members a lot, editors as they like', () => {
  const refusal = (writer: Writer, opens = false, links = 0) => {
    try {
      mustBeWithinLimits(writer, { opens, links }, now);
      return undefined;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const newcomer = { memberSince: now - hour };
  const { threads, posts, links } = writingLimits.newcomer;
  expect(refusal(aWriter(newcomer, { threads: threads - 1, posts: posts - 1 }), true)).toBe(
    undefined,
  );
  expect(refusal(aWriter(newcomer, { threads }), true)).toBe('enough-threads');
  expect(refusal(aWriter(newcomer, { threads }), false)).toBe(undefined);
  expect(refusal(aWriter(newcomer, { posts }))).toBe('enough-posts');
  expect(refusal(aWriter(newcomer), false, links + 1)).toBe('newcomers-links');
  expect(refusal(aWriter({}, { posts, threads }), true, links + 1)).toBe(undefined);
  expect(refusal(aWriter({}, { posts: 300 }))).toBe('enough-posts');
  expect(refusal(aWriter(), false, 51)).toBe('too-many-links');
  expect(refusal(aWriter({ ...newcomer, isEditor: true }, { posts: 999 }), true, 99)).toBe(
    undefined,
  );
});

test('titles are one line, posts have an end', () => {
  expect(cleanTitle('  Two\nlines\t here ')).toBe('Two lines here');
  expect(() => cleanTitle('x'.repeat(121))).toThrow(/120/);
  expect(() => cleanTitle(' \n ')).toThrow(/needs a title/);
  expect(cleanPost('a\r\n\r\nb')).toBe('a\n\nb');
  expect(() => cleanPost('x'.repeat(longestPost + 1))).toThrow(/at most/);
  expect(() => cleanPost('a\0b')).toThrow(/not text/);
});

test('an excerpt is cut between words', () => {
  expect(excerptOf('short  and\nsweet')).toBe('short and sweet');
  expect(excerptOf('one two three', 9)).toBe('one two…');
  expect(excerptOf('𝄞'.repeat(9), 5)).toBe('𝄞𝄞…');
});

test('each place has its sections', () => {
  for (const place of ['forum', 'blog'] as const)
    for (const section of sectionsOf(place)) mustBeSection(place, section);
  expect(() => mustBeSection('blog', 'cafe')).toThrow(/no such section/);
});
