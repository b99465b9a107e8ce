import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gameNamed } from '@trellis/games/catalog/games';
import { describe, expect, test } from 'vitest';
import { bookOf, type RuleBook } from './rule-book';

const libs = join(dirname(fileURLToPath(import.meta.url)), '../../../../libs');
const folders = [...readdirSync(join(libs, 'games')).map((game) => `games/${game}`), 'grid'].filter(
  (folder) => existsSync(join(libs, folder, 'RULES.md')),
);

const textOf = (folder: string, language: string) =>
  readFileSync(join(libs, folder, `RULES${language === 'en' ? '' : `.${language}`}.md`), 'utf8');

function book(folder: string, language: 'en' | 'ru' | 'es'): RuleBook {
  const fields = gameNamed(folder.split('/')[1] ?? '')?.conventions.fields ?? [];
  return bookOf(textOf(folder, language), {
    language,
    conventions: new Set(fields.map(({ id }) => id)),
    tableWord: 'Table',
  });
}

const htmlOf = ({ parts }: RuleBook) =>
  parts.map((part) => (part.kind === 'text' ? part.html : '')).join('');
const all = (html: string, what: RegExp) => [...html.matchAll(what)].map(([, found]) => found);
/** Of the block of a drawing what is no word: how many cards stand where, and which are marked. */
const cardsOf = (source: string) =>
  source.split('\n').map((line) => line.match(/\b[7-9TJQKA][SCDH]\b!?/g) ?? []);

test('the games of the club have rule books', () => {
  expect(folders).toEqual(expect.arrayContaining(['games/preferans', 'games/tic-tac-toe', 'grid']));
});

describe.each(folders)('%s', (folder) => {
  const english = book(folder, 'en');
  const rules = all(htmlOf(english), /<strong id="rule-([^"]+)"/g);

  test('its numbers have an address each, and every link in it leads somewhere', () => {
    const html = htmlOf(english);
    const ids = all(html, /id="([^"]+)"/g);
    expect(rules.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    const conventions = (gameNamed(folder.split('/')[1] ?? '')?.conventions.fields ?? []).map(
      ({ id }) => `convention-${id}`,
    );
    for (const target of all(html, /href="#([^"]+)"/g))
      expect([...ids, ...conventions]).toContain(target);
  });

  test.each(['ru', 'es'] as const)(
    'in %s it has the same rules, options and drawings',
    (language) => {
      const own = book(folder, language);
      expect(all(htmlOf(own), /<strong id="rule-([^"]+)"/g)).toEqual(rules);
      expect(own.chapters.map(({ id }) => id)).toEqual(english.chapters.map(({ id }) => id));
      expect(own.parts.map(({ kind }) => kind)).toEqual(english.parts.map(({ kind }) => kind));
      const drawings = ({ parts }: RuleBook) =>
        parts.flatMap((part) =>
          part.kind === 'diagram' ? [part.fence, cardsOf(part.source)] : [],
        );
      expect(drawings(own)).toEqual(drawings(english));
    },
  );

  test.each(['ru', 'es'] as const)(
    'in %s each rule names the same options and numbers',
    (language) => {
      const [own, original] = [language, 'en'].map((each) => paragraphs(textOf(folder, each)));
      expect(own!.size).toBe(original!.size);
      for (const [rule, text] of original!) {
        const words = own!.get(rule) ?? '';
        expect([rule, codes(words)]).toEqual([rule, codes(text)]);
        expect([rule, figures(words)]).toEqual([rule, figures(text)]);
      }
    },
  );
});

/** The text of each rule, up to the next one. */
function paragraphs(text: string): Map<string, string> {
  const parts = text.split(/^(?:- )?\*\*([A-Z]?\d[\d.A-G]*?)\.?\*\*/m);
  return new Map(
    parts.flatMap((part, at) => (at % 2 === 1 ? [[part, parts[at + 1] ?? ''] as const] : [])),
  );
}

/** What is written as code, in any order: a sentence may put it elsewhere. */
const codes = (text: string) => (text.match(/`[^`\n]+`/g) ?? []).sort();
/** Every figure: of rules that it speaks of, of tables, of examples. */
const figures = (text: string) => (text.match(/[-−]?\d+(?:[./]\d+)*/g) ?? []).sort();
