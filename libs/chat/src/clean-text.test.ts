import { Refusal } from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean-text.js';

const codeOf = (text: string) => {
  try {
    cleanText(text);
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('cleanText', () => {
  test.each([
    ['  hello \n', 'hello'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\n\n\n\n\nb', 'a\n\nb'],
    ['a\tb', 'a b'],
    ['e\u0301', '\u00e9'],
    ['Играем в преферанс?', 'Играем в преферанс?'],
    ['👩‍👩‍👧‍👦 ok', '👩‍👩‍👧‍👦 ok'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['x' + '\u0336'.repeat(30), 'x' + '\u0336'.repeat(8)],
  ])('%j is kept as %j', (text, kept) => {
    expect(cleanText(text)).toBe(kept);
    expect(cleanText(kept)).toBe(kept);
  });

  test.each(['a\0b', 'a\u001b[31mb', 'a\u0007', '\u0085', '\ud800', 'a\udc00b', '\u007f'])(
    '%j is not text',
    (text) => expect(codeOf(text)).toBe('bad-characters'),
  );

  test.each(['', '   ', '\n\n', '\u200b\u200b', '\u00a0', '\u202e', '\u0301', '\u3164', '\u2800'])(
    '%j says nothing',
    (text) => expect(codeOf(text)).toBe('empty-line'),
  );

  test('counts characters as people do', () => {
    expect(codeOf('é'.repeat(500))).toBe('accepted');
    expect(codeOf('x'.repeat(501))).toBe('line-too-long');
    expect(codeOf('👍🏽'.repeat(500))).toBe('accepted');
    expect(codeOf('👍🏽'.repeat(501))).toBe('line-too-long');
  });
});
