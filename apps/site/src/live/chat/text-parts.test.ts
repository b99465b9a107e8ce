import { expect, test } from 'vitest';
import { textParts } from './text-parts';

const links = (text: string) =>
  textParts(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));

test.each([
  ['see https://example.org/a.', ['https://example.org/a']],
  ['(https://example.org/a)', ['https://example.org/a']],
  ['https://example.org/a_(b)', ['https://example.org/a_(b)']],
  ['http://a.example, https://b.example!', ['http://a.example', 'https://b.example']],
  ['«https://пример.рф/путь»', ['https://пример.рф/путь']],
  ['javascript:alert(1)', []],
  ['ftp://example.org', []],
  ['https://', []],
  ['no address at all', []],
])('%s', (text, found) => {
  expect(links(text)).toEqual(found);
});

test('nothing of the text is lost', () => {
  const text = 'a <b> https://example.org/x?y=1&z=2. https:// and "https://c.example"';
  expect(
    textParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
