import { Refusal, type AnyGame, type ReadGame } from '@trellis/games/kit';

/** Longer than any pool that people play to its end, and soon read. */
export const longestRecord = 1_000_000;

export type Reading =
  | { readonly kind: 'read'; readonly game: ReadGame }
  | { readonly kind: 'too-long' }
  /** `at` is the place in the record's own words; `rule` the one it breaks, where it can be read but not be true. */
  | { readonly kind: 'damaged'; readonly at: string; readonly rule?: string };

/** Reads a record in the notation of this game. Everything else than a damaged record is a bug and thrown. */
export function readText(rules: AnyGame, text: string): Reading {
  if (text.length > longestRecord) return { kind: 'too-long' };
  try {
    return { kind: 'read', game: rules.notation!.read(text) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'damaged-record') throw error;
    const { at, rule, reason } = error.details ?? {};
    return {
      kind: 'damaged',
      at: String(at),
      ...(reason !== 'unreadable' && typeof rule === 'string' && { rule }),
    };
  }
}
