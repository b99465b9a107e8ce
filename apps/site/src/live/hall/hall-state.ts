import type { ClubCounts, HallPage, TableRow } from '@trellis/facade';
import type { HallChanges, HallSnapshot } from '@trellis/wire';

/** A hall as this page knows it. */
export interface HallState {
  readonly tables: ReadonlyMap<string, TableRow>;
  readonly slots: number;
  readonly here: number;
  /** Undefined until the live connection has told them. */
  readonly counts: ClubCounts | undefined;
}

export type HallNews =
  | { readonly kind: 'snapshot'; readonly snapshot: HallSnapshot }
  | { readonly kind: 'changes'; readonly changes: HallChanges };

export function fromPage({ slots, here }: HallPage): HallState {
  const tables = slots.filter((table) => table !== null);
  return { tables: byId(tables), slots: slots.length, here, counts: undefined };
}

/** Rows carry versions, so news that come late or twice change nothing. */
export function reduceHall(state: HallState, news: HallNews): HallState {
  if (news.kind === 'snapshot') {
    const { tables, slots, here, counts } = news.snapshot;
    return { tables: byId(tables), slots, here, counts };
  }
  const { changed, gone, slots, here, counts } = news.changes;
  const tables = new Map(state.tables);
  for (const row of changed) {
    if ((tables.get(row.id)?.version ?? -1) <= row.version) tables.set(row.id, row);
  }
  for (const id of gone) tables.delete(id);
  return { tables, slots, here, counts };
}

export interface Slot {
  readonly number: number;
  readonly table: TableRow | null;
}

/** Numbers 1 … n in order. A table beyond the last slot still shows: its people must find it. */
export function slotsOf({ tables, slots }: HallState): readonly Slot[] {
  const byNumber = new Map([...tables.values()].map((table) => [table.number, table]));
  const last = Math.max(slots, ...byNumber.keys());
  return Array.from({ length: last }, (_, i) => ({
    number: i + 1,
    table: byNumber.get(i + 1) ?? null,
  }));
}

function byId(tables: readonly TableRow[]): Map<string, TableRow> {
  return new Map(tables.map((table) => [table.id, table]));
}
