import {
  agreementOf,
  presetConventions,
  resolveConventions,
  sameValue,
  type ConventionField,
  type Conventions,
  type ConventionSchema,
} from '@trellis/games/kit';

/** What stands in the dialog: a preset and the full set, which may differ from it. */
export interface Chosen {
  readonly preset: string;
  readonly values: Conventions;
}

export function fromPreset(schema: ConventionSchema, preset = schema.presets[0]!.id): Chosen {
  return { preset, values: presetConventions(schema, preset) };
}

/** The fields whose values differ from the preset. */
export function differing(
  schema: ConventionSchema,
  { preset, values }: Chosen,
): readonly ConventionField[] {
  const usual = presetConventions(schema, preset);
  return schema.fields.filter(({ id }) => !sameValue(usual[id], values[id]));
}

/** What goes over the wire and into memory: only what differs. */
export function differences(schema: ConventionSchema, chosen: Chosen): Conventions {
  return Object.fromEntries(
    differing(schema, chosen).map(({ id }) => [id, chosen.values[id]!] as const),
  );
}

/** A full set told as a preset and what differs from it: the preset that explains most. */
export function explained(schema: ConventionSchema, values: Conventions): Chosen {
  return { preset: agreementOf(schema, values).preset, values };
}

const keyOf = (game: string) => `trellis.conventions.${game}`;

/** What this browser chose last time for a game, if the schema still accepts it. */
export function remembered(
  game: string,
  schema: ConventionSchema,
  storage: Pick<Storage, 'getItem'>,
): Chosen | undefined {
  try {
    const { preset, conventions } = JSON.parse(storage.getItem(keyOf(game)) ?? '');
    if (typeof preset !== 'string') return undefined;
    return { preset, values: resolveConventions(schema, conventions, preset) };
  } catch {
    return undefined; // nothing kept, not ours, or from an older schema
  }
}

export function remember(
  game: string,
  schema: ConventionSchema,
  chosen: Chosen,
  storage: Pick<Storage, 'setItem'>,
): void {
  const kept = { preset: chosen.preset, conventions: differences(schema, chosen) };
  try {
    storage.setItem(keyOf(game), JSON.stringify(kept));
  } catch {
    // a full or forbidden storage only means that we forget
  }
}
