import { ClubMemory, profileFrom } from '@trellis/facade';
import { expect, test } from 'vitest';
import { robots, sitemap } from './sitemap.js';

const publicUrl = 'https://club.example';

test('every public page that memory holds is on it, in each language', () => {
  const memory = new ClubMemory(() => 'own');
  const author = { id: 'ann', name: 'Ann <b>' };
  const profile = profileFrom({ player: author, memberSince: 1, lastSeen: 1 }, [], () => 'own');
  memory.apply({ kind: 'profile-known', profile, at: 1 });
  const head = {
    ...{ id: 'hello', place: 'blog' as const, section: 'club', title: 'Hello', author },
    ...{ startedAt: 1_000, size: 1, last: { author, at: 2_000 }, excerpt: '', closed: false },
    version: 1,
  };
  memory.apply({ kind: 'thread-changed', head, posts: [] });
  const text = sitemap(memory, ['go'], publicUrl);
  expect(text).toContain('<loc>https://club.example/</loc>');
  expect(text).toContain('<loc>https://club.example/halls/go</loc>');
  expect(text).toContain(
    '<loc>https://club.example/blog/hello</loc><lastmod>1970-01-01T00:00:02.000Z</lastmod>',
  );
  for (const language of ['en', 'ru', 'es'])
    expect(text).toContain(`hreflang="${language}" href="${publicUrl}/privacy?lang=${language}"`);
  // Neither what is personal, nor what is not to be found, nor anything that people wrote.
  expect(text).not.toMatch(/settings|people|tables|sign-in|Ann|&(?!amp;)/);
});

test('a game that has a course shows it, and no other does', () => {
  const text = sitemap(new ClubMemory(() => 'own'), ['go', 'preferans'], publicUrl);
  expect(text).toContain('<loc>https://club.example/learn/preferans</loc>');
  expect(text).not.toContain('/learn/go');
});

test('robots are told where it is, and where not to go', () => {
  expect(robots(publicUrl)).toMatch(/^User-agent: \*\n(Disallow: \/\S+\n)+Sitemap: https:\/\/club/);
});
