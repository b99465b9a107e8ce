import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decay, hasLeft, leavingCounts, penalties, penaltyFor, type Played } from './leaving.js';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 1);

let games = 0;
const left = (at: number): Played => ({ gameId: `g${++games}`, at: start + at, left: true });
const clean = (at: number): Played => ({ gameId: `g${++games}`, at: start + at, left: false });
const many = (count: number, at: number) => Array.from({ length: count }, () => clean(at));

/** How far a history has gone; 0 is no penalty. */
const step = (history: readonly Played[]) => penalties.indexOf(penaltyFor(history)!) + 1;

test('a first one is a warning, then 10 minutes, an hour, a day, and a day again', () => {
  const evening = [0, 1, 2, 3, 4].map((hour) => left((hour * day) / 24));
  expect(evening.map((_, index) => penaltyFor(evening.slice(0, index + 1)))).toEqual([
    { kind: 'warning', ms: 7 * day },
    { kind: 'rated-pause', ms: 600_000 },
    { kind: 'rated-pause', ms: 3_600_000 },
    { kind: 'rated-pause', ms: day },
    { kind: 'rated-pause', ms: day },
  ]);
});

test('games played to the end, and time, lower it', () => {
  const three = [left(0), left(1), left(2)];
  expect(step([...three, left(3)])).toBe(4);
  expect(step([...three, ...many(decay.games, 3), left(4)])).toBe(3);
  expect(step([...three, ...many(decay.games - 1, 3), left(4)])).toBe(4);
  expect(step([...three, left(2 + decay.time)])).toBe(3);
  expect(step([...three, ...many(decay.games, 3), left(2 + decay.time)])).toBe(2);
});

test('who plays to the end is not penalised, whatever he did before', () => {
  expect(penaltyFor([left(0), left(1), clean(2)])).toBeUndefined();
  expect(penaltyFor([])).toBeUndefined();
});

const history = fc.array(fc.record({ at: fc.nat(60 * day), left: fc.boolean() }), {
  maxLength: 60,
});
const asPlayed = (rows: readonly { at: number; left: boolean }[]): Played[] =>
  rows.map(({ at, left: isLeft }, index) => ({
    ...{ gameId: `g${String(index).padStart(3, '0')}`, at: start + at, left: isLeft },
  }));
const leaveAfter = (played: readonly Played[], wait = 0): Played => ({
  gameId: 'z',
  at: Math.max(start, ...played.map(({ at }) => at)) + 1 + wait,
  left: true,
});

test('a first leave in 30 days is a warning', () => {
  fc.assert(
    fc.property(history, (rows) => {
      const before = asPlayed(rows);
      const last = leaveAfter(before, leavingCounts);
      expect(step([...before, last])).toBe(1);
    }),
  );
});

test('the order in which games are told changes nothing, and nothing is above the last step', () => {
  fc.assert(
    fc.property(history, (rows) => {
      const before = asPlayed(rows);
      const all = [...before, leaveAfter(before)];
      expect(penaltyFor(all.toReversed())).toEqual(penaltyFor(all));
      expect(step(all)).toBeGreaterThan(0);
    }),
  );
});

test('one more game to the end, or a longer wait, never makes it worse', () => {
  fc.assert(
    fc.property(history, fc.nat(60 * day), fc.nat(40 * day), (rows, at, wait) => {
      const before = asPlayed(rows);
      const last = leaveAfter(before);
      const more = { gameId: 'more', at: Math.min(start + at, last.at - 1), left: false };
      expect(step([...before, more, last])).toBeLessThanOrEqual(step([...before, last]));
      expect(step([...before, leaveAfter(before, wait)])).toBeLessThanOrEqual(
        step([...before, last]),
      );
    }),
  );
});

test('leaving again at once never makes it better', () => {
  fc.assert(
    fc.property(history, (rows) => {
      const before = asPlayed(rows);
      const first = leaveAfter(before);
      const again = { gameId: 'zz', at: first.at + 1, left: true };
      expect(step([...before, first, again])).toBe(
        Math.min(step([...before, first]) + 1, penalties.length),
      );
    }),
  );
});

test('who came back in time has not left; for whom a computer played to the end, has', () => {
  const at = start;
  const relieved = { kind: 'relieved', seat: 1, reason: 'time', at } as const;
  const returned = { kind: 'returned', seat: 1, at } as const;
  expect(hasLeft(1, null, [relieved])).toBe(true);
  expect(hasLeft(1, null, [relieved, returned])).toBe(false);
  expect(hasLeft(1, null, [relieved, returned, relieved])).toBe(true);
  expect(hasLeft(0, null, [relieved])).toBe(false);
  expect(hasLeft(0, 0, [])).toBe(true);
  expect(hasLeft(1, 0, [])).toBe(false);
});
