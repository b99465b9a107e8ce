import type { GameRecord } from '@trellis/facade';
import { presetConventions, seededRandom, shuffle, type AnyGame } from '@trellis/games/kit';
import { gameNamed, games } from '@trellis/games/catalog/games';
import { expect, test } from 'vitest';
import { happenedAt, momentsOf, partsOf, viewOf } from './moments';

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

/** A game with secrets, as far as its first two shuffles and six steps lead. */
function withSecrets(): { readonly rules: AnyGame; readonly record: GameRecord } {
  const rules = games.find((each) => each.openView)!;
  const conventions = presetConventions(rules.conventions, rules.conventions.presets[0]!.id);
  const random = seededRandom(1);
  const steps: GameRecord['steps'][number][] = [];
  let state: unknown = rules.start(conventions);
  while (steps.length < 6) {
    const length = rules.awaitsShuffle?.(state);
    const at = steps.length;
    if (length === undefined) {
      const seat = rules.toAct(state)[0]!;
      const action: unknown = rules.legalActions(state, seat)[0];
      steps.push({ kind: 'acted', seat, action, at });
      state = rules.apply(state, seat, action);
    } else {
      const order = shuffle(length, random);
      steps.push({ kind: 'shuffled', order, at });
      state = rules.shuffled!(state, order);
    }
  }
  const { name: game, rulesVersion } = rules;
  return { rules, record: aRecord({ game, rulesVersion, conventions, steps }) };
}

test('a record plays to the moment after each of its steps', () => {
  const moments = momentsOf(aRecord())!;
  expect(moments).toHaveLength(5);
  const view = (ply: number) => viewOf(rules, moments[ply]!, 'all');
  expect(view(0)).toMatchObject({ last: null });
  expect(view(3)).toMatchObject({ last: 1, cells: expect.arrayContaining([0, 1]) });
  expect(view(4)).toMatchObject({ forfeit: { seat: 1, reason: 'time' } });
  expect(happenedAt(rules, moments, 3, 'all')).toEqual({ cell: 1 });
  expect(happenedAt(rules, moments, 0, 'all')).toBeUndefined();
  expect(happenedAt(rules, moments, 4, 'all')).toBeUndefined();
});

test('a game of other rules is not replayed by these', () => {
  expect(momentsOf(aRecord({ rulesVersion: -1 }))).toBeUndefined();
  expect(momentsOf(aRecord({ game: 'ludo' }))).toBeUndefined();
});

test('who looks decides what is seen', () => {
  const { rules, record } = withSecrets();
  const moment = momentsOf(record)![3]!;
  const [all, seat, spectator] = (['all', 0, 'spectator'] as const).map((onlooker) =>
    JSON.stringify(viewOf(rules, moment, onlooker)),
  );
  expect(new Set([all, seat, spectator]).size).toBe(3);
  expect(seat).toBe(JSON.stringify(rules.viewFor(moment.state, 0)));
});

test('parts go from shuffle to shuffle, without those that the game has no words for', () => {
  const { rules, record } = withSecrets();
  const moments = momentsOf(record)!;
  const shuffles = record.steps.flatMap(({ kind }, at) => (kind === 'shuffled' ? [at + 1] : []));
  expect(shuffles.slice(0, 2)).toEqual([1, 2]);
  let asked = 0;
  const part = () => (asked++ === 0 ? undefined : `part ${asked}`);
  const parts = partsOf(rules, moments, { part }, 'en', []);
  expect(parts[0]).toMatchObject({ from: 0, title: 'part 2' });
  expect(parts.map(({ from }) => from).slice(1)).toEqual(shuffles.slice(2));
  expect(parts.at(-1)!.to).toBe(moments.length - 1);
  expect(partsOf(rules, moments, {}, 'en', [])).toEqual([]);
});
