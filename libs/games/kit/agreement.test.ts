import { expect, test } from 'vitest';
import { agreedConventions, agreementOf } from './agreement.js';
import type { ConventionSchema } from './conventions.js';
import { presetConventions } from './resolve-conventions.js';

const words = { en: '', ru: '', es: '' };
const field = (id: string) =>
  ({
    id,
    group: 'g',
    label: words,
    help: words,
    type: 'integer',
    default: 1,
    min: 0,
    max: 9,
  }) as const;
const schema: ConventionSchema = {
  groups: [{ id: 'g', label: words }],
  fields: ['a', 'b', 'c'].map(field),
  presets: [
    { id: 'plain', label: words, values: {} },
    { id: 'high', label: words, values: { a: 5, b: 5 } },
  ],
};

test('a preset is told by its name alone', () => {
  for (const preset of ['plain', 'high'])
    expect(agreementOf(schema, presetConventions(schema, preset))).toEqual({ preset, changes: {} });
});

test('what differs is told from the preset that explains most', () => {
  const conventions = { a: 5, b: 5, c: 7 };
  const agreement = agreementOf(schema, conventions);
  expect(agreement).toEqual({ preset: 'high', changes: { c: 7 } });
  expect(agreedConventions(schema, agreement)).toEqual(conventions);
});

test('between equals the first preset is taken', () => {
  expect(agreementOf(schema, { a: 5, b: 1, c: 1 }).preset).toBe('plain');
});

test('without presets everything is told', () => {
  expect(agreementOf({ ...schema, presets: [] }, { a: 2, b: 1, c: 1 })).toEqual({
    preset: '',
    changes: { a: 2, b: 1, c: 1 },
  });
});
