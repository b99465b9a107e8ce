import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { presetConventions, type ConventionField, type ConventionValue } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { conventionSchema } from './conventions/index.js';
import { refusals } from './refuse.js';

const here = dirname(fileURLToPath(import.meta.url));
const book = readFileSync(join(here, '..', 'RULES.md'), 'utf8');
const rules = [...book.matchAll(/^\*\*([\d.A-G]+)\*\*/gm)].map(([, number]) => number!);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** The numbers that titles of tests begin with. */
const shown = sources(here)
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/^(?:test\(|\]\)\()\s*['"`]([\d.A-G]+):/gm),
  ])
  .map(([, number]) => number!);

test('every rule has a number of its own and a test whose title begins with it', () => {
  expect(rules.length).toBeGreaterThan(80);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((number) => !shown.includes(number))).toEqual([]);
});

test('no test shows a rule that the book does not have', () => {
  const sections = [...book.matchAll(/^## (\d+) /gm)].map(([, number]) => number!);
  expect(shown.filter((number) => !rules.includes(number) && !sections.includes(number))).toEqual(
    [],
  );
});

test('every rule that a refusal or an entry names is in the book', () => {
  const refused = Object.values(refusals).map(([rule]) => rule);
  const written = sources(here)
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'(\d+\.[\dA-G][\dA-G.]*)'/g)])
    .map(([, number]) => number!);
  const isHere = (number: string) => rules.includes(number) || book.includes(`**${number}.1**`);
  expect([...refused, ...written].filter((number) => !isHere(number))).toEqual([]);
});

const anyList = { en: 'any list of', ru: 'любой список из', es: 'cualquier lista de' };
type Language = keyof typeof anyList;

function valuesOf(field: ConventionField, language: Language): string {
  if (field.type === 'boolean') return 'true, false';
  if (field.type === 'integer') return `${field.min}…${field.max}`;
  const usual = field.choices.map(({ value }) => text(value)).join('; ');
  if (field.type === 'choice') return usual;
  return `${usual}; ${anyList[language]} ${field.min}…${field.max}`;
}

const text = (value: ConventionValue | undefined) =>
  Array.isArray(value) ? `[${value.join(',')}]` : String(value);

test.each([
  ['en', 'RULES.md'],
  ['ru', 'RULES.ru.md'],
  ['es', 'RULES.es.md'],
] as const)('15.1: the table of options in the book is the schema: %s', (language, file) => {
  const presets = conventionSchema.presets.map(({ id }) => presetConventions(conventionSchema, id));
  const expected = conventionSchema.fields.map((field) => [
    `\`${field.id}\``,
    valuesOf(field, language),
    ...presets.map((preset) => text(preset[field.id])),
    field.help[language],
  ]);
  const rows = readFileSync(join(here, '..', file), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(cells).toEqual(expected);
});
