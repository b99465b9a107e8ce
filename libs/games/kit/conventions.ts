/** A sentence or a word in every language of the club. */
export interface Words {
  readonly en: string;
  readonly ru: string;
  readonly es: string;
}

export type ConventionValue = string | number | boolean | readonly number[];

export interface Choice<Value extends ConventionValue = ConventionValue> {
  readonly value: Value;
  readonly label: Words;
}

interface FieldBase {
  readonly id: string;
  /** Fields of one group stand together in the dialog, the rules page and the table's card. */
  readonly group: string;
  readonly label: Words;
  /** One plain line for somebody who does not know the word. */
  readonly help: Words;
}

/** One agreement of the table. What it may be follows from `type`. */
export type ConventionField = FieldBase &
  (
    | { readonly type: 'boolean'; readonly default: boolean }
    | {
        readonly type: 'integer';
        readonly default: number;
        readonly min: number;
        readonly max: number;
        readonly unit?: Words;
      }
    | {
        readonly type: 'choice';
        readonly default: ConventionValue;
        readonly choices: readonly Choice[];
      }
    /** A list of small integers; `choices` are the usual ones, any other list within the bounds is legal too. */
    | {
        readonly type: 'integers';
        readonly default: readonly number[];
        readonly min: number;
        readonly max: number;
        readonly maxLength: number;
        readonly choices: readonly Choice<readonly number[]>[];
      }
  );

export interface ConventionGroup {
  readonly id: string;
  readonly label: Words;
}

/** A named full set, e.g. "Sochi": the schema's defaults with these differences. */
export interface ConventionPreset {
  readonly id: string;
  readonly label: Words;
  readonly values: Readonly<Record<string, ConventionValue>>;
}

/** Always the fully resolved set: every field has a value. */
export type Conventions = Readonly<Record<string, ConventionValue>>;

/**
 * Everything a table agrees on before it plays. The dialog, the table's card, the rules page, the
 * record and the computer player all read this one schema.
 */
export interface ConventionSchema {
  readonly groups: readonly ConventionGroup[];
  readonly fields: readonly ConventionField[];
  /** The first one is the default. */
  readonly presets: readonly ConventionPreset[];
  /** Values that do not go together: which two fields, and why. Empty when all is well. */
  readonly conflicts?: (conventions: Conventions) => readonly ConventionConflict[];
}

export interface ConventionConflict {
  readonly fields: readonly [string, string];
  readonly message: Words;
}
