import type {
  ConventionField,
  Conventions,
  ConventionSchema,
  ConventionValue,
} from './conventions.js';
import { Refusal } from './refusal.js';

/**
 * Completes what a player chose to a full set, starting from a preset (the first one by default).
 * Refuses with `bad-convention` a field the schema does not know or a value out of its bounds, and
 * with `conflicting-conventions` (naming both fields) what does not go together.
 */
export function resolveConventions(
  schema: ConventionSchema,
  chosen: Readonly<Record<string, unknown>> = {},
  presetId: string = schema.presets[0]?.id ?? '',
): Conventions {
  const resolved: Record<string, ConventionValue> = { ...presetConventions(schema, presetId) };
  const fields = new Map(schema.fields.map((field) => [field.id, field]));
  for (const [id, value] of Object.entries(chosen)) {
    const field = fields.get(id);
    if (!field)
      throw new Refusal('bad-convention', `No convention is called "${id}".`, { field: id });
    if (!accepts(field, value)) {
      throw new Refusal('bad-convention', `"${id}" cannot be ${describe(value)}.`, { field: id });
    }
    resolved[id] = value;
  }
  const [conflict] = schema.conflicts?.(resolved) ?? [];
  if (conflict) {
    throw new Refusal('conflicting-conventions', conflict.message.en, {
      fields: conflict.fields,
      message: conflict.message,
    });
  }
  return resolved;
}

/** The full set that a preset stands for. */
export function presetConventions(schema: ConventionSchema, presetId: string): Conventions {
  const preset = schema.presets.find((each) => each.id === presetId);
  if (!preset && schema.presets.length > 0) {
    throw new Refusal('bad-convention', `No preset is called "${presetId}".`, { field: 'preset' });
  }
  const defaults = Object.fromEntries(schema.fields.map((field) => [field.id, field.default]));
  return { ...defaults, ...preset?.values };
}

/** The preset whose every value equals these conventions, if there is one. */
export function presetOf(schema: ConventionSchema, conventions: Conventions): string | undefined {
  return schema.presets.find((preset) => {
    const full = presetConventions(schema, preset.id);
    // What was not yet a convention when these were chosen was as it is by default.
    return schema.fields.every((field) =>
      sameValue(full[field.id], conventions[field.id] ?? field.default),
    );
  })?.id;
}

export function sameValue(a: ConventionValue | undefined, b: ConventionValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function accepts(field: ConventionField, value: unknown): value is ConventionValue {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return isIntegerWithin(value, field.min, field.max);
    case 'choice':
      return field.choices.some((choice) => choice.value === value);
    case 'integers':
      return (
        Array.isArray(value) &&
        value.length >= 1 &&
        value.length <= field.maxLength &&
        value.every((each) => isIntegerWithin(each, field.min, field.max))
      );
  }
}

function isIntegerWithin(value: unknown, min: number, max: number): boolean {
  return (
    Number.isSafeInteger(value) &&
    !Object.is(value, -0) &&
    Number(value) >= min &&
    Number(value) <= max
  );
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
