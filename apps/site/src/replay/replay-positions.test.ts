import type { GameRecord } from '@trellis/facade';
import { presetConventions } from '@trellis/games/kit';
import { gameNamed } from '@trellis/games/catalog/games';
import { expect, test } from 'vitest';
import { positionsOf } from './replay-positions';

const rules = gameNamed('tic-tac-toe')!;

function aRecord(change: Partial<GameRecord> = {}): GameRecord {
  const cells = [0, 4, 1];
  return {
    id: 'g',
    game: 'tic-tac-toe',
    ordinal: 1,
    table: 1,
    startedAt: 0,
    finishedAt: 9,
    conventions: presetConventions(rules.conventions, 'standard'),
    rated: true,
    seats: [],
    reason: 'time',
    offender: 1,
    fine: 1,
    moves: 3,
    rulesVersion: rules.rulesVersion,
    steps: [
      ...cells.map((cell, at) => ({ kind: 'acted' as const, seat: at % 2, action: { cell }, at })),
      { kind: 'forfeited', seat: 1, reason: 'time', at: 5 },
    ],
    ...change,
  };
}

test('a record plays to the position after each of its steps', () => {
  const positions = positionsOf(aRecord());
  expect(positions).toHaveLength(5);
  expect(positions?.[0]?.view).toMatchObject({ last: null });
  expect(positions?.[3]?.view).toMatchObject({ last: 1, cells: expect.arrayContaining([0, 1]) });
  expect(positions?.[3]?.happened).toEqual({ cell: 1 });
  expect(positions?.[4]?.view).toMatchObject({ forfeit: { seat: 1, reason: 'time' } });
});

test('a game of other rules is not replayed by these', () => {
  expect(positionsOf(aRecord({ rulesVersion: -1 }))).toBeUndefined();
  expect(positionsOf(aRecord({ game: 'ludo' }))).toBeUndefined();
});
