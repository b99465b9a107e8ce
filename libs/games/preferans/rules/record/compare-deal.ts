import { changeOf, type Entry, type SheetChange } from '../score-sheet.js';
import type { State } from '../state.js';
import { broken, type DealRecord } from './record.js';

/** What a deal that was just replayed wrote; refuses a record that says otherwise. */
export function compareDeal(
  record: DealRecord,
  { last, conventions }: State,
  path: string,
): { readonly entries: readonly Entry[]; readonly change: SheetChange } {
  const { outcome, entries } = last!;
  const change = changeOf(conventions.players, entries);
  const tricks = outcome && 'tricks' in outcome ? outcome.tricks : undefined;
  if (record.void && outcome) throw broken(`${path}.void`, '14.5', 'the deal was finished');
  if (!outcome && !record.void) throw broken(path, '14.4.1', 'the deal was void');
  if (record.tricks && !same(record.tricks, tricks)) {
    const right = tricks ? `the tricks were ${tricks.join('-')}` : 'nothing was played';
    throw broken(`${path}.tricks`, '7.1', right);
  }
  const written = record.entries;
  for (const column of ['pool', 'mountain', 'whists'] as const) {
    if (!written || sameAmounts(written[column], change[column])) continue;
    const rule = entries.find((entry) => entry.column === column)?.rule ?? '10.1';
    const right = JSON.stringify(change[column]);
    throw broken(`${path}.entries.${column}`, rule, `the deal writes ${right}`);
  }
  return { entries, change };
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Lists as they stand; whists by pair, whatever the order, and a zero is nothing. */
function sameAmounts(
  a: SheetChange[keyof SheetChange],
  b: SheetChange[keyof SheetChange],
): boolean {
  const written = (amounts: SheetChange[keyof SheetChange]) =>
    Object.entries(amounts)
      .filter(([, amount]) => amount !== 0)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  return same(written(a), written(b));
}
