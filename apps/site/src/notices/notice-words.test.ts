import { readFileSync } from 'node:fs';
import { noticeKinds, type Notice } from '@trellis/notices';
import { describe, expect, test } from 'vitest';
import { languages } from '../i18n/languages';
import { sentenceOf, type NoticeWords } from './notice-words';

const wordsIn = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../public/notices/${language}.json`, import.meta.url), 'utf8'),
  ) as NoticeWords;
const placeholders = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(languages)('%s', (language) => {
  const words = wordsIn(language);
  const english = wordsIn('en');

  test('has the words of every language, with their placeholders', () => {
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(text), key).toEqual(placeholders(english[key]));
    }
  });

  test('says every kind of notice whole', () => {
    for (const kind of noticeKinds)
      for (const number of [7, undefined]) {
        const table = { path: '/tables/t', topic: 'table:t', number };
        const writer = { path: '/people/p', topic: 'x', name: 'Ann', title: 'Good evening' };
        const isTable = kind === 'table-full' || kind === 'your-turn';
        const sentence = sentenceOf(words, { kind, ...(isTable ? table : writer) } as Notice);
        expect(sentence, kind).not.toMatch(/[{}]|undefined/);
        expect(sentence.length, kind).toBeGreaterThan(5);
        if (isTable) expect(sentence.includes('7'), kind).toBe(number === 7);
        else expect(sentence, kind).toContain('Ann');
      }
  });
});

test('the names that people have are not taken for placeholders', () => {
  const notice = { kind: 'reply', path: '/forum', topic: 'x', name: '{title}', title: '$& {name}' };
  expect(sentenceOf(wordsIn('en'), notice as Notice)).toBe('{title} has replied in “$& {name}”');
});
