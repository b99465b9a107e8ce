import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import es from '../../messages/es.json' with { type: 'json' };
import ru from '../../messages/ru.json' with { type: 'json' };

const catalogues: Readonly<Record<string, object>> = { en, ru, es };
const english = flat(en);

describe.each(Object.entries(catalogues))('%s', (language, catalogue) => {
  const messages = flat(catalogue);

  test('has every message of the club, and no other', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('every message says something, with the placeholders that the pages fill in', () => {
    for (const [key, text] of messages) {
      expect(text.trim(), key).not.toBe('');
      expect([...placeholders(text)].sort(), key).toEqual(
        [...placeholders(english.get(key) ?? '')].sort(),
      );
    }
  });

  test('plurals have every form of the language', () => {
    // Those that the numbers of a club can take; ICU wants `other` in any case.
    const rules = new Intl.PluralRules(language);
    const forms = new Set(['other', ...Array.from({ length: 1_000 }, (_, n) => rules.select(n))]);
    for (const [key, text] of messages) {
      for (const body of plurals(text)) {
        for (const form of forms) expect(body, `${key}: ${form}`).toContain(`${form} {`);
      }
    }
  });
});

/** Asked for by a code that comes from the server or from another player. */
const byCode = /^(refusals|chat\.phrase)\./;

test('every message is used', () => {
  const sources = sourceText(fileURLToPath(new URL('..', import.meta.url)));
  const unused = [...english.keys()].filter((key) => {
    if (byCode.test(key)) return false;
    const parts = key.split('.');
    // A message is asked for by the end of its name (within a namespace), or by a name that is put together: t(`reason.${…}`).
    return !parts.some((_, from) => {
      const end = parts.slice(from).join('.');
      const start = parts.slice(from, -1).join('.');
      return (
        new RegExp(`['"\`]${escaped(end)}['"\`]`).test(sources) ||
        (start !== '' && sources.includes(`\`${start}.\${`)) ||
        (parts.length > 2 &&
          new RegExp(`\`${escaped(parts[from] ?? '')}\\.\\$\\{[^}]+\\}\\.`).test(sources))
      );
    });
  });
  expect(unused).toEqual([]);
});

function flat(catalogue: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}

/** Names that stand right after an opening brace, not the words inside of plural forms. */
function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''));
}

function plurals(text: string): string[] {
  return [...text.matchAll(/\{\w+, plural,((?:[^{}]|\{[^{}]*\})*)\}/g)].map(
    ([, body]) => body ?? '',
  );
}

function sourceText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !file.name.includes('.test.'))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
