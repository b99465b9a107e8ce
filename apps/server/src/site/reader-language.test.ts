import { expect, test } from 'vitest';
import { chosenLanguage, preferredLanguage } from './reader-language.js';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['ru', 'ru'],
  ['de-DE,de;q=0.9,es-MX;q=0.5,en;q=0.4', 'es'],
  ['en;q=0.1, ru-RU;q=0.8', 'ru'],
  ['ru;q=0, es;q=0.1', 'es'],
  ['fr, *;q=0.1', 'en'],
  ['RU-ru;q=nonsense', 'en'],
])('Accept-Language %s is read as %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test.each([
  ['lang=ru', 'ru'],
  ['a=1; lang=es; b=2', 'es'],
  ['slang=ru', undefined],
  ['lang=de', undefined],
  [undefined, undefined],
])('the cookie %s chooses %s', (cookies, language) => {
  expect(chosenLanguage(cookies)).toBe(language);
});
