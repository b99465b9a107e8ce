import type { PlayerId } from '@trellis/facade';
import type { Notice } from '@trellis/notices';
import type { Entry, Table } from '@trellis/tables';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AwaitedTurns, turnPatience } from './awaited-turns.js';

const start = 1_000_000;
let told: (readonly [kind: Notice['kind'], players: readonly PlayerId[]])[];
let turns: AwaitedTurns;
let show: (table: Table, entries?: readonly Entry['kind'][]) => void;
beforeEach(() => {
  vi.useFakeTimers({ now: start });
  told = [];
  turns = new AwaitedTurns({
    tell: (players, { kind }) => told.push([kind, players]),
    now: Date.now,
  });
  const audience = turns.watching({
    show: () => {},
    finished: () => {},
    present: () => new Set(),
    playsElsewhere: () => false,
  });
  show = (table, kinds = []) =>
    audience.show(table, kinds.map((kind) => ({ kind })) as unknown as Entry[]);
});
afterEach(() => {
  turns.close();
  vi.useRealTimers();
});

interface Shown {
  readonly toAct?: 0 | 1;
  readonly decision?: number;
  readonly moveTimeSec?: number;
  readonly away?: boolean;
  readonly id?: string;
  readonly computer?: boolean;
}

/** Ann and Bob play; one of them is to act, since now. */
function playing(shown: Shown = {}): Table {
  const { toAct = 0, decision = 5, moveTimeSec = 60, away, id = 't', computer } = shown;
  const clock = (seat: number) => ({
    ...{ since: seat === toAct ? Date.now() : null, spent: 0, bank: 0, decisionSeq: decision },
  });
  const bob = computer ? { kind: 'computer', level: 'easy' } : { kind: 'player', player: 'bob' };
  return {
    ...{ id, game: 'x', number: 3, phase: 'playing', seq: decision },
    conventions: { moveTimeSec, timeBankSec: 0 },
    seats: [{ kind: 'player', player: 'ann' }, bob],
    clocks: [clock(0), clock(1)],
    away: away ? [{ seat: toAct, reason: 'time' }] : [],
  } as unknown as Table;
}

test('who does not move for some time is told once, and again at his next turn', () => {
  show(playing());
  vi.advanceTimersByTime(turnPatience - 1_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual([['your-turn', ['ann']]]);
  // Something else happens at the table; it is the same decision.
  show(playing());
  vi.advanceTimersByTime(3 * turnPatience);
  expect(told).toHaveLength(1);
  show(playing({ toAct: 1, decision: 6 }));
  vi.advanceTimersByTime(1_000);
  show(playing({ decision: 7 }));
  vi.advanceTimersByTime(turnPatience + 1_000);
  expect(told).toEqual([
    ['your-turn', ['ann']],
    ['your-turn', ['ann']],
  ]);
});

test.each([
  ['has moved', { toAct: 1 as const, decision: 6, computer: true }],
  ['has a computer playing for him', { away: true }],
])('who %s is not told', (_what, then) => {
  show(playing());
  vi.advanceTimersByTime(1_000);
  show(playing(then));
  vi.advanceTimersByTime(3 * turnPatience);
  expect(told).toEqual([]);
});

test('a clock that would run out before he could come is not told of', () => {
  show(playing({ moveTimeSec: 20 }));
  vi.advanceTimersByTime(3 * turnPatience);
  expect(told).toEqual([]);
});

test('nothing is told of a game that is over, nor at tables of visitors', () => {
  show(playing());
  show({ ...playing(), phase: 'finished' } as unknown as Table);
  show(playing({ id: 'visitor-1' }), ['started']);
  vi.advanceTimersByTime(3 * turnPatience);
  expect(told).toEqual([]);
});

test('all are told that their game begins, unless one plays with the house alone', () => {
  show(playing({ computer: true }), ['started']);
  expect(told).toEqual([]);
  show(playing(), ['sat', 'started']);
  expect(told).toEqual([['table-full', ['ann', 'bob']]]);
});
