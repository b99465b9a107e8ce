import type { ClubCounts, TableRow } from '@trellis/facade';
import type { HallChanges } from '@trellis/wire';
import { expect, test } from 'vitest';
import { fromPage, reduceHall, slotsOf, type HallState } from './hall-state';

const counts: ClubCounts = { players: 3, visitors: 1, tablesInPlay: 0 };

const row = (id: string, number: number, version = 1, phase: TableRow['phase'] = 'gathering') =>
  ({
    id,
    game: 'tic-tac-toe',
    number,
    phase,
    version,
    setBy: { id: 'ann', name: 'Ann' },
    conventions: null,
    seats: [],
    gameId: null,
  }) satisfies TableRow;

const page = (...tables: TableRow[]): HallState =>
  fromPage({
    game: 'tic-tac-toe',
    here: 1,
    slots: Array.from({ length: 6 }, (_, i) => tables.find((t) => t.number === i + 1) ?? null),
  });

const changes = (more: Partial<HallChanges>) => ({
  kind: 'changes' as const,
  changes: { game: 'tic-tac-toe', changed: [], gone: [], slots: 6, here: 2, counts, ...more },
});

const phases = (state: HallState) => slotsOf(state).map(({ table }) => table?.phase ?? 'free');

test('the hall begins as the server rendered it', () => {
  expect(phases(page(row('a', 2)))).toEqual(['free', 'gathering', 'free', 'free', 'free', 'free']);
});

test('tables change, come and go; the counts follow', () => {
  let state = reduceHall(page(row('a', 2)), changes({ changed: [row('a', 2, 2, 'playing')] }));
  state = reduceHall(state, changes({ changed: [row('b', 1)], gone: ['a'] }));
  expect(phases(state).slice(0, 2)).toEqual(['gathering', 'free']);
  expect(state).toMatchObject({ here: 2, counts });
});

test('news that come late change nothing', () => {
  const state = reduceHall(page(row('a', 2, 5, 'playing')), changes({ changed: [row('a', 2, 4)] }));
  expect(phases(state)[1]).toBe('playing');
});

test('a snapshot after a lost connection replaces everything', () => {
  const state = reduceHall(page(row('a', 2)), {
    kind: 'snapshot',
    snapshot: { game: 'tic-tac-toe', tables: [row('c', 3)], slots: 12, here: 4, counts },
  });
  expect(phases(state).slice(0, 3)).toEqual(['free', 'free', 'gathering']);
  expect(slotsOf(state)).toHaveLength(12);
});

test('a table beyond the last slot is still shown', () => {
  expect(slotsOf(reduceHall(page(), changes({ changed: [row('a', 8)] })))).toHaveLength(8);
});
