import type { Letter } from '@trellis/wire';

/** Letters in order, each once. */
export function merged(known: readonly Letter[], fresh: readonly Letter[]): readonly Letter[] {
  const byId = new Map([...known, ...fresh].map((letter) => [letter.id, letter]));
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
