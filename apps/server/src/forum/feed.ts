import type { Thread } from '@trellis/facade';

/** The blog as an Atom feed (RFC 4287), from what memory holds. */
export function atomFeed(
  articles: readonly Thread[],
  { publicUrl, title }: { readonly publicUrl: string; readonly title: string },
): string {
  const at = ({ head, posts }: Thread) => posts[0]?.editedAt ?? head.startedAt;
  const updated = Math.max(0, ...articles.map(at));
  const entries = articles.map((article) => {
    const { head, posts } = article;
    const address = `${publicUrl}/blog/${head.id}`;
    return [
      '<entry>',
      `<id>${address}</id>`,
      `<title>${escaped(head.title)}</title>`,
      `<link rel="alternate" type="text/html" href="${address}"/>`,
      `<author><name>${escaped(head.author.name)}</name></author>`,
      `<published>${new Date(head.startedAt).toISOString()}</published>`,
      `<updated>${new Date(at(article)).toISOString()}</updated>`,
      `<content type="html" xml:base="${publicUrl}/">${escaped(posts[0]?.html ?? '')}</content>`,
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${publicUrl}/blog</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${publicUrl}/api/blog/feed.atom"/>`,
    `<link rel="alternate" type="text/html" href="${publicUrl}/blog"/>`,
    `<updated>${new Date(updated).toISOString()}</updated>`,
    ...entries,
    '</feed>',
  ].join('\n');
}

/** What XML cannot carry at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
