import type { History } from './history.js';
import { exactlyOnce } from './judge.js';
import type { Kept } from './kept.js';

/**
 * What was acknowledged by now and is not written: all that can be said while requests are still under way. A machine whose club
 * has a planted bug ends as soon as it is certain.
 */
export function lostSoFar({ tables, asked }: History, { written }: Kept): string[] {
  const acknowledged = asked.filter(({ outcome }) => outcome.kind === 'acknowledged');
  return tables.flatMap((id) =>
    exactlyOnce(
      id,
      written.get(id) ?? [],
      acknowledged.filter(({ tableId }) => tableId === id),
    ).filter((fault) => fault.includes('but not there')),
  );
}
