import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from './markdown.js';

const allowedTag =
  /^<(\/?(p|br|hr|h[345]|blockquote|pre|code|strong|em|del|ul|ol|li|table|thead|tbody|tr|th|td|a)|ol start="\d+"|a href="[^"]*" rel="noopener ugc nofollow")>$/;
const html = (markdown: string) => render(markdown)?.html;

describe('markdown of people', () => {
  test('what people use', () => {
    expect(html('**Bold**, *soft*, ~~gone~~ and `code`')).toBe(
      '<p><strong>Bold</strong>, <em>soft</em>, <del>gone</del> and <code>code</code></p>',
    );
    expect(html('# Title\n\n> quoted\n\n1. one\n2. two')).toBe(
      '<h3>Title</h3>\n<blockquote>\n<p>quoted</p>\n</blockquote>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>',
    );
    expect(html('| a | b |\n| - | - |\n| 1 | 2 |')).toContain('<td>2</td>');
  });

  test('links lead out, and say so; only to the web and to mail', () => {
    expect(html('[x](https://example.org/a?b=c&d)')).toBe(
      '<p><a href="https://example.org/a?b=c&#x26;d" rel="noopener ugc nofollow">x</a></p>',
    );
    expect(html('www.example.org')).toContain('href="http://www.example.org"');
    expect(html('me@example.org')).toContain('href="mailto:me@example.org"');
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '\u0001javascript:x',
      'file:///etc',
    ])
      expect(html(`[x](<${bad}>)`)).toBe('<p><a>x</a></p>');
    expect(render('[a](https://a.example) <https://b.example> c')?.links).toBe(2);
  });

  test('raw HTML is text', () => {
    expect(html('<script>alert(1)</script>')).toBe('&#x3C;script>alert(1)&#x3C;/script>');
    expect(html('a <b onclick="x()">b</b>')).toBe('<p>a &#x3C;b onclick="x()">b&#x3C;/b></p>');
  });

  test('a picture is a link to it: reading a page loads nothing from elsewhere', () => {
    expect(html('![cards](https://example.org/a.png)')).toBe(
      '<p><a href="https://example.org/a.png" rel="noopener ugc nofollow">cards</a></p>',
    );
    expect(html('![x][1]\n\n[1]: https://example.org/a.png')).toBe('<p>x</p>');
  });

  test('nothing but what is on the list comes out, whatever goes in', () => {
    const pieces = fc.constantFrom(
      ...[
        '<img src=x onerror=alert(1)>',
        '<svg/onload=x>',
        '![a](',
        '[a](',
        ')',
        '](javascript:',
        '<a href="',
        '">',
        '`',
        '```\n',
        '> ',
        '- ',
        '1. ',
        '\n',
        '\n\n',
        '**',
        '_',
        '[^1]',
        '[^1]: ',
        '- [ ] ',
        '| a |\n| - |\n',
        '<!--',
        '-->',
        '&lt;script&gt;',
        '&#106;avascript:',
        'https://x.example/"onmouseover=1',
        'слово',
        '<style>*{}</style>',
        '&',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        const out = render(parts.join('').slice(0, 5_000))?.html ?? '';
        for (const [tag, href] of out.matchAll(/<[^>]*?(?: href="([^"]*)"[^>]*)?>/g)) {
          expect(tag).toMatch(allowedTag);
          // A scheme of the web or of mail, or none: a place in the club.
          expect(href ?? '').toMatch(/^(https?:|mailto:|[^:]*([/?#]|$))/i);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the words alone are what is searched', () => {
    expect(render('# A *title*\n\nand [a link](https://x.example)\n\n- one\n- two')?.text).toBe(
      'A title.\nand a link\none\ntwo',
    );
  });

  test('what is nested without end is refused, not rendered', () => {
    expect(render('> '.repeat(500) + 'x')).toBeUndefined();
    expect(render('- '.repeat(15) + 'x')).toBeUndefined();
    expect(render('['.repeat(19_000))).toBeUndefined();
    expect(render('> > > three are fine')).toBeDefined();
  });

  test('a heading as long as a post is refused', () => {
    expect(render(`# ${'word '.repeat(3_000)}`)).toBeUndefined();
    expect(render(`> - # ${'word '.repeat(3_000)}`)).toBeUndefined();
    expect(render(`# ${'word '.repeat(150)}`)).toBeDefined();
    expect(render('word '.repeat(3_000))).toBeDefined();
  });

  test('an address with punctuation without end is refused: 10,000 dots took more than a second', () => {
    expect(render(`http://a.b/${'.'.repeat(10_000)}a`)).toBeUndefined();
    expect(render(`www.a.b/${'?!'.repeat(5_000)}*a*`)).toBeUndefined();
    expect(render(`http://a.b/ ${'.'.repeat(150)}`)).toBeDefined();
    expect(render('.'.repeat(10_000))).toBeDefined();
  });
});
