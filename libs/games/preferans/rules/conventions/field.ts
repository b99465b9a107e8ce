import type { Choice, Words } from '@trellis/games/kit';

/** Builders that keep ids and values in the types, so that `PreferansConventions` follows the schema. */

export const w = (en: string, ru: string, es: string): Words => ({ en, ru, es });

interface Texts {
  readonly group: string;
  readonly label: Words;
  readonly help: Words;
}

export const yesNo = <const Id extends string>(id: Id, fallback: boolean, texts: Texts) => ({
  id,
  type: 'boolean' as const,
  default: fallback,
  ...texts,
});

export const whole = <const Id extends string>(
  id: Id,
  bounds: { readonly default: number; readonly min: number; readonly max: number },
  texts: Texts & { readonly unit?: Words },
) => ({ id, type: 'integer' as const, ...bounds, ...texts });

/** The first choice is the default. */
export const oneOf = <const Id extends string, const Value extends string | number>(
  id: Id,
  choices: readonly [Choice<Value>, ...Choice<Value>[]],
  texts: Texts,
) => ({ id, type: 'choice' as const, default: choices[0].value, choices, ...texts });

export const listOf = <const Id extends string>(
  id: Id,
  bounds: { readonly min: number; readonly max: number; readonly maxLength: number },
  usual: readonly [Choice<readonly number[]>, ...Choice<readonly number[]>[]],
  texts: Texts,
) => ({
  id,
  type: 'integers' as const,
  default: usual[0].value,
  choices: usual,
  ...bounds,
  ...texts,
});

export const choice = <const Value extends string | number>(
  value: Value,
  en: string,
  ru: string,
  es: string,
): Choice<Value> => ({ value, label: w(en, ru, es) });

export const numbers = (...value: readonly number[]): Choice<readonly number[]> => {
  const text = value.join(', ');
  return { value, label: w(text, text, text) };
};

/** A number that needs no words. */
export const plain = <const Value extends number>(value: Value): Choice<Value> =>
  choice(value, String(value), String(value), String(value));
