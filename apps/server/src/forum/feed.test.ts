import { expect, test } from 'vitest';
import type { Thread } from '@trellis/facade';
import { atomFeed } from './feed.js';

const author = { id: 'ann', name: 'Ann & <Co>' };

function anArticle(change: Partial<Thread['posts'][number]> = {}): Thread {
  const head = {
    ...{ id: 'a', place: 'blog' as const, section: 'members', title: 'A "b" & c', author },
    ...{ startedAt: 0, size: 1, last: { author, at: 0 }, excerpt: '', closed: false, version: 1 },
  };
  const post = {
    ...{ id: 'p', number: 1, author, at: 0, html: '<p>x &#x26; y</p>', replyTo: null },
    ...{ editedAt: null, removed: null, version: 1, ...change },
  };
  return { head, posts: [post] };
}

test('says each article as XML, whatever stands in it', () => {
  const feed = atomFeed([anArticle({ editedAt: 60_000 })], {
    publicUrl: 'https://club.example',
    title: 'Trellis',
  });
  expect(feed).toContain('<title>A &quot;b&quot; &amp; c</title>');
  expect(feed).toContain('<name>Ann &amp; &lt;Co&gt;</name>');
  expect(feed).toContain('&lt;p&gt;x &amp;#x26; y&lt;/p&gt;');
  expect(feed).toContain('<id>https://club.example/blog/a</id>');
  expect(feed.match(/<updated>1970-01-01T00:01:00.000Z/g)).toHaveLength(2);
});

test('an empty blog is a feed too, and what XML cannot say is left out', () => {
  const about = { publicUrl: 'https://club.example', title: 'A\u0008B\uD800' };
  expect(atomFeed([], about)).toContain('<title>AB</title>');
});
