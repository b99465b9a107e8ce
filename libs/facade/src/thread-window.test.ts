import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from './fact.js';
import { ClubMemory } from './club-memory.js';
import {
  blogPage,
  forumPage,
  newThingsPage,
  sectionPage,
  threadPage,
} from './public-forum-pages.js';
import type { Post, ThreadHead } from './public-forum.js';
import { topicsTouchedBy, type PublicPage } from './public-pages.js';

const card = (id: string) => ({ id, name: id });

function aHead(id: string, size: number, change: Partial<ThreadHead> = {}): ThreadHead {
  return {
    id,
    place: 'forum',
    section: 'cafe',
    title: id,
    author: card('ann'),
    startedAt: 1_000,
    size,
    last: { author: card('bob'), at: 1_000 + size },
    excerpt: '',
    closed: false,
    version: size,
    ...change,
  };
}

function aPost(number: number, version = 1): Post {
  return {
    id: `post-${number}`,
    number,
    author: card('bob'),
    at: 1_000 + number,
    html: `<p>${number}, ${version}</p>`,
    replyTo: null,
    editedAt: null,
    removed: null,
    version,
  };
}

const said = (head: ThreadHead, ...posts: Post[]): Fact => ({
  kind: 'thread-changed',
  head,
  posts,
});
const memory = (limits = {}) => new ClubMemory(() => 'standard', limits);

describe('threads in memory', () => {
  test('a thread is read when all its posts are there', () => {
    const club = memory();
    club.apply(said(aHead('t', 2), aPost(2)));
    expect(club.thread('t')).toBeUndefined();
    expect(club.threads('forum', 9).map(({ id }) => id)).toEqual(['t']);
    club.apply(said(aHead('t', 1), aPost(1)));
    expect(club.thread('t')?.posts.map(({ number }) => number)).toEqual([1, 2]);
    expect(club.thread('t')?.head.size).toBe(2);
  });

  test('late, repeated and shuffled facts make the same club, and a snapshot hands it on', () => {
    const facts = [
      said(aHead('t', 1), aPost(1)),
      said(aHead('t', 2), aPost(2)),
      said(aHead('t', 2, { version: 3, title: 'New' }), aPost(1, 2)),
      said(aHead('t', 3, { version: 4 }), aPost(3)),
      said(aHead('b', 1, { place: 'blog', section: 'club' }), aPost(1)),
    ];
    const ordered = memory();
    for (const fact of facts) ordered.apply(fact);
    const shown = (club: ClubMemory) => [
      club.thread('t'),
      club.thread('b'),
      club.threads('forum', 9),
      club.threads('blog', 9),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...facts, ...facts], { minLength: 2 * facts.length }),
        (shuffled) => {
          const club = memory();
          for (const fact of shuffled) club.apply(fact);
          expect(shown(club)).toEqual(shown(ordered));
          const copy = memory();
          copy.load(club.snapshot());
          expect(shown(copy)).toEqual(shown(ordered));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('is bounded: those written in long ago leave first, and do not come back', () => {
    const club = memory({ threads: 2 });
    for (const [index, id] of ['a', 'b', 'c'].entries())
      club.apply(said(aHead(id, 1, { last: { author: card('ann'), at: index } }), aPost(1)));
    expect(club.threads('forum', 9).map(({ id }) => id)).toEqual(['c', 'b']);
    club.apply(said(aHead('a', 1, { last: { author: card('ann'), at: 0 } }), aPost(1)));
    expect(club.thread('a')).toBeUndefined();
    // Somebody has written in it: all of it is told again.
    club.apply(said(aHead('a', 2, { last: { author: card('ann'), at: 9 } }), aPost(1), aPost(2)));
    expect(club.threads('forum', 9).map(({ id }) => id)).toEqual(['a', 'c']);
    const small = memory({ threadCharacters: 20 });
    for (const id of ['a', 'b']) small.apply(said(aHead(id, 1), aPost(1)));
    expect(small.threads('forum', 9)).toHaveLength(1);
  });

  test('says the name that people show now', () => {
    const club = memory();
    club.apply(said(aHead('t', 1), aPost(1)));
    club.apply({ kind: 'player-renamed', player: { id: 'bob', name: 'Bob B.' }, at: 5 });
    expect(JSON.stringify(club.thread('t'))).toContain('Bob B.');
    expect(JSON.stringify(club.threads('forum', 9))).toContain('Bob B.');
  });
});

test('a page that a fact does not touch does not change by it', () => {
  const pages: PublicPage<unknown>[] = [
    forumPage(['cafe', 'strategy']),
    sectionPage('cafe'),
    sectionPage('strategy'),
    blogPage(),
    newThingsPage(),
    threadPage('t'),
    threadPage('b'),
  ];
  const club = memory();
  for (const fact of [
    said(aHead('t', 1), aPost(1)),
    said(aHead('b', 1, { place: 'blog', section: 'club' }), aPost(1)),
    said(aHead('s', 1, { section: 'strategy' }), aPost(1)),
    said(aHead('t', 2), aPost(2)),
    said(aHead('t', 2, { version: 3 }), aPost(2, 2)),
  ]) {
    const before = pages.map((page) => JSON.stringify(page.read(club)));
    const touched = topicsTouchedBy(fact, club);
    club.apply(fact);
    for (const [index, page] of pages.entries())
      if (JSON.stringify(page.read(club)) !== before[index])
        expect(page.topics.some((topic) => touched.includes(topic))).toBe(true);
  }
});

test('a thread is shown page by page, and has no other pages', () => {
  const club = memory();
  const posts = Array.from({ length: 51 }, (_, index) => aPost(index + 1));
  club.apply(said(aHead('t', 51), ...posts));
  const page = (number: number) => threadPage('t', number).read(club);
  expect(page(1)?.pages).toBe(3);
  expect(page(3)?.posts.map(({ number }) => number)).toEqual([51]);
  expect(page(4)).toBeUndefined();
  expect(page(0)).toBeUndefined();
});
