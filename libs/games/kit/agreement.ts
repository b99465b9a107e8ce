import type { Conventions, ConventionSchema } from './conventions.js';
import { presetConventions, resolveConventions, sameValue } from './resolve-conventions.js';

/** A full set of conventions told shortly: a preset and what differs from it. */
export interface Agreement {
  readonly preset: string;
  readonly changes: Conventions;
}

/** Every view of a table tells its conventions, which never change: they are told shortly once. */
const told = new WeakMap<Conventions, { schema: ConventionSchema; agreement: Agreement }>();

/** By the preset that explains most; the first of them when several explain as much. */
export function agreementOf(schema: ConventionSchema, conventions: Conventions): Agreement {
  const known = told.get(conventions);
  if (known?.schema === schema) return known.agreement;
  const agreement = shortest(schema, conventions);
  told.set(conventions, { schema, agreement });
  return agreement;
}

function shortest(schema: ConventionSchema, conventions: Conventions): Agreement {
  const [first, ...others] = schema.presets.map(({ id }) => ({
    preset: id,
    changes: changesFrom(schema, id, conventions),
  }));
  const size = ({ changes }: Agreement) => Object.keys(changes).length;
  if (!first) return { preset: '', changes: conventions };
  return others.reduce((best, each) => (size(each) < size(best) ? each : best), first);
}

/** The full set again; refuses what `resolveConventions` refuses. */
export function agreedConventions(
  schema: ConventionSchema,
  { preset, changes }: Agreement,
): Conventions {
  return resolveConventions(schema, changes, preset);
}

function changesFrom(schema: ConventionSchema, preset: string, values: Conventions): Conventions {
  const usual = presetConventions(schema, preset);
  return Object.fromEntries(
    Object.entries(values).filter(([id, value]) => !sameValue(usual[id], value)),
  );
}
