import { Refusal } from '@trellis/games/kit';

/** What the storage refuses is refused, what it fails at is told to the operator and refused as `storage-away`. */
export type Stored = <T>(asked: Promise<T>) => Promise<T>;

export function storedWith(report: (error: unknown) => void): Stored {
  return async (asked) => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      report(error);
      throw new Refusal('storage-away', 'That cannot be kept or looked up just now.');
    }
  };
}
