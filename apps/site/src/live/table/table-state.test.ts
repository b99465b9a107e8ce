import type { TableView } from '@trellis/wire';
import { expect, test } from 'vitest';
import { nothingSeen, reduceTable, type TableState } from './table-state';

const view = (seq: number, more: Partial<TableView> = {}): TableView => ({
  id: 't1',
  game: 'tic-tac-toe',
  number: 1,
  seq,
  phase: 'gathering',
  viewer: 'spectator',
  setBy: { id: 'ann', name: 'Ann' },
  seats: [],
  legal: [],
  toAct: [],
  happened: [],
  watchers: 1,
  ...more,
});

const seen = (...views: readonly TableView[]): TableState =>
  views.reduce(
    (state, each, i) => reduceTable(state, { kind: 'view', view: each, at: i }),
    nothingSeen,
  );

test('a newer view replaces the one before, and its clocks count from its own arrival', () => {
  const state = seen(view(4), view(5));
  expect(state).toMatchObject({ view: { seq: 5 }, at: 1 });
});

test('a view that was overtaken on the way changes nothing', () => {
  const state = seen(view(5, { watchers: 7 }), view(4));
  expect(state).toMatchObject({ view: { seq: 5, watchers: 7 }, at: 0 });
});

test('a refresh of the same step is taken, and what happened at that step stays told', () => {
  const state = seen(view(5, { happened: [{ kind: 'acted', seat: 0 }] }), view(5, { watchers: 9 }));
  expect(state.view).toMatchObject({ watchers: 9, happened: [{ kind: 'acted', seat: 0 }] });
  expect(state.at).toBe(1);
});

test('looking again counts, even when a newer view came first', () => {
  const state = reduceTable(seen(view(5)), { kind: 'looked', view: view(4), at: 2 });
  expect(state).toMatchObject({ view: { seq: 5 }, looks: 1 });
});

test('a table that is gone keeps its reason until it is seen again', () => {
  const no = { ok: false, code: 'no-such-table', message: '' } as const;
  const gone = reduceTable(seen(view(5)), { kind: 'gone', no });
  expect(gone.gone).toBe(no);
  expect(reduceTable(gone, { kind: 'view', view: view(5), at: 3 }).gone).toBeUndefined();
});
