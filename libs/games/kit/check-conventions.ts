import type {
  ConventionField,
  Conventions,
  ConventionSchema,
  ConventionValue,
  Words,
} from './conventions.js';
import { commonConventions, tableGroup } from './common-conventions.js';
import { Refusal } from './refusal.js';
import { presetConventions, resolveConventions } from './resolve-conventions.js';

/** What is wrong with a schema, in a sentence; undefined when tables can rely on it. */
export function whatIsWrongWith(schema: ConventionSchema): string | undefined {
  const { fields, groups, presets } = schema;
  for (const [what, named] of Object.entries({ fields, groups, presets })) {
    const ids = named.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) return `two ${what} of the conventions have the same id`;
  }
  if (presets.length === 0) return 'the conventions have no preset';
  for (const { id } of commonConventions()) {
    if (!fields.some((field) => field.id === id)) return `the common convention "${id}" is missing`;
  }
  const groupIds = new Set([tableGroup, ...groups].map(({ id }) => id));
  for (const field of fields) {
    if (!groupIds.has(field.group))
      return `"${field.id}" belongs to the unknown group "${field.group}"`;
  }
  for (const { id, label } of [
    ...fields,
    ...groups,
    ...presets,
    ...fields.flatMap(labelledChoices),
  ]) {
    if (!saidInAllLanguages(label)) return `"${id}" has no label in some language`;
  }
  const silent = fields.find(({ help }) => !saidInAllLanguages(help));
  if (silent) return `"${silent.id}" has no help in some language`;
  return whatIsWrongWithPresets(schema);
}

function whatIsWrongWithPresets(schema: ConventionSchema): string | undefined {
  for (const { id } of schema.presets) {
    try {
      // Resolving the full set once more makes every default and every preset pass the bounds.
      resolveConventions(schema, presetConventions(schema, id), id);
    } catch (error) {
      if (error instanceof Refusal) return `the preset "${id}" is not legal: ${error.message}`;
      throw error;
    }
  }
  return undefined;
}

/**
 * Legal conventions of any kind: a preset with some fields changed at random, and with `fixed` for
 * certain. What conflicts is drawn again.
 */
export function randomConventions(
  schema: ConventionSchema,
  fixed: Readonly<Record<string, ConventionValue>>,
  random: () => number,
): Conventions {
  for (let attempt = 0; attempt < 100; attempt++) {
    const preset = schema.presets[Math.floor(random() * schema.presets.length)]!;
    const changeable = schema.fields.filter(() => random() < 0.3);
    const changed = Object.fromEntries(
      changeable.map((field) => [field.id, randomValue(field, random)]),
    );
    try {
      return resolveConventions(schema, { ...changed, ...fixed }, preset.id);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'conflicting-conventions')) throw error;
    }
  }
  throw new Error('100 random sets of conventions were all refused as conflicting');
}

function randomValue(field: ConventionField, random: () => number): ConventionValue {
  const between = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  switch (field.type) {
    case 'boolean':
      return random() < 0.5;
    case 'integer':
      return between(field.min, field.max);
    case 'choice':
      return field.choices[between(0, field.choices.length - 1)]!.value;
    case 'integers':
      return Array.from({ length: between(1, field.maxLength) }, () =>
        between(field.min, field.max),
      );
  }
}

function labelledChoices(field: ConventionField): { id: string; label: Words }[] {
  if (field.type !== 'choice' && field.type !== 'integers') return [];
  return field.choices.map(({ value, label }) => ({ id: `${field.id}: ${String(value)}`, label }));
}

function saidInAllLanguages(words: Words): boolean {
  return [words.en, words.ru, words.es].every((text) => text.trim() !== '');
}
