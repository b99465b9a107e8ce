import type { z } from 'zod';

/** The type without `readonly`, all the way down. */
type Plain<T> = unknown extends T
  ? T
  : T extends unknown
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : never;

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Gives the schema back if it describes exactly the type `T`; otherwise this does not compile. */
export const exactly =
  <T>() =>
  <Schema extends z.ZodType>(
    schema: Schema,
    ..._proof: Same<Plain<z.output<Schema>>, Plain<T>> extends true
      ? []
      : ['the schema and the type differ']
  ): Schema =>
    schema;
