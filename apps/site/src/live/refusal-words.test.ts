import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import en from '../../messages/en.json';
import es from '../../messages/es.json';
import ru from '../../messages/ru.json';

const repository = join(import.meta.dirname, '../../../..');

/** Where refusals are made. Games bring reasons of their own, which get the friendly general sentence. */
const sources = ['libs', 'apps/server/src'].map((folder) => join(repository, folder));
const madeHere = /new (?:Refusal|IllegalAction)\(\s*'([a-z-]+)'/g;
/** Codes that are no argument of a constructor where they are made. */
const others = [
  ...['no-answer', 'illegal-action', 'not-your-turn', 'internal'],
  ...['chat-paused', 'rated-paused'],
];

const codes = [...new Set([...sources.flatMap(codesIn), ...others])].sort();

test('the list of codes is found in the sources', () => {
  expect(codes.length).toBeGreaterThan(20);
  expect(codes).toContain('seat-taken');
});

test.each(codes)('"%s" has words in every language', (code) => {
  for (const [locale, messages] of [
    ['en', en],
    ['ru', ru],
    ['es', es],
  ] as const) {
    const t = createTranslator({ locale, messages: messages as typeof en, namespace: 'refusals' });
    const known = code as keyof typeof en.refusals;
    expect(t.has(known), locale).toBe(true);
    expect(t(known, { seconds: 5, code, until: 'tomorrow', reason: 'Words.' })).toMatch(
      /\p{L}.*[.?!]$/u,
    );
  }
});

function codesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isOwn(path) ? codesIn(path) : [];
    if (!/(?<!\.test)\.ts$/.test(entry.name)) return [];
    return [...readFileSync(path, 'utf8').matchAll(madeHere)].map(([, code]) => code!);
  });
}

function isOwn(path: string): boolean {
  const skipped = /\/(node_modules|dist|generated|games\/(?!kit$)[^/]+)$/;
  return !skipped.test(path);
}
