import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction, minus, plus, textOf, zero, type Fraction } from './fraction.js';
import type { ScoreSheet } from './score-sheet.js';
import { exactSettlement, settle } from './settlement.js';

const players = fc.constantFrom(3 as const, 4 as const);

function sheetOf(count: number): fc.Arbitrary<ScoreSheet> {
  const row = (min: number, max: number) =>
    fc.array(fc.integer({ min, max }), { minLength: count, maxLength: count });
  const whists = fc
    .array(row(0, 300), { minLength: count, maxLength: count })
    .map((rows) =>
      rows.map((amounts, seat) => amounts.map((each, on) => (seat === on ? 0 : each))),
    );
  return fc.record({ pool: row(0, 60), mountain: row(-20, 90), whists });
}

const anySheet = players.chain(sheetOf);

const settlements = fc.record({
  poolValue: fc.constantFrom(10 as const, 20 as const),
  mountainValue: fc.constant(10 as const),
  settlementDivisor: fc.constantFrom('players' as const, 'opponents' as const),
});

test('20.1: settlements add up to zero, and rounding moves nobody by a whole whist', () => {
  fc.assert(
    fc.property(anySheet, settlements, (sheet, conventions) => {
      const exact = exactSettlement(sheet, conventions);
      expect(textOf(exact.reduce(plus, zero))).toBe('0');
      const { settlement } = settle(sheet, conventions);
      expect(settlement.reduce((sum, each) => sum + each, 0)).toBe(0);
      settlement.forEach((shown, seat) => {
        const moved = minus(fraction(shown), exact[seat]!);
        expect([compare(moved, fraction(1)), compare(fraction(-1), moved)]).toEqual([-1, -1]);
      });
    }),
  );
});

/** Rule 13.1 as it is done on paper. */
function onPaper(
  { pool, mountain, whists }: ScoreSheet,
  poolValue: number,
  share: number,
): Fraction[] {
  const largest = Math.max(...pool);
  const raised = mountain.map((points, seat) => 10 * points + poolValue * (largest - pool[seat]!));
  const left = raised.map((points) => points - Math.min(...raised));
  return pool.map((_, seat) =>
    pool.reduce((sum, _own, other) => {
      if (other === seat) return sum;
      const net = fraction(whists[seat]![other]! - whists[other]![seat]!);
      return plus(plus(sum, net), fraction(left[other]! - left[seat]!, share));
    }, zero),
  );
}

test('20.2: the formula and the paper procedure agree', () => {
  fc.assert(
    fc.property(anySheet, settlements, (sheet, conventions) => {
      const count = sheet.pool.length;
      const share = conventions.settlementDivisor === 'opponents' ? count - 1 : count;
      const paper = onPaper(sheet, conventions.poolValue, share).map(textOf);
      expect(exactSettlement(sheet, conventions).map(textOf)).toEqual(paper);
    }),
  );
});

test('20.4: the same number on every mountain or pool changes nothing', () => {
  fc.assert(
    fc.property(
      anySheet,
      settlements,
      fc.integer({ min: -9, max: 9 }),
      (sheet, conventions, more) => {
        const add = (points: readonly number[]) => points.map((each) => each + more);
        const result = settle(sheet, conventions);
        expect(settle({ ...sheet, mountain: add(sheet.mountain) }, conventions)).toEqual(result);
        expect(settle({ ...sheet, pool: add(sheet.pool) }, conventions)).toEqual(result);
      },
    ),
  );
});

test('20.5: seats moved round the table move the exact result with them', () => {
  fc.assert(
    fc.property(anySheet, settlements, fc.integer({ min: 1, max: 3 }), (sheet, conventions, by) => {
      const turn = <Value>(values: readonly Value[]) =>
        values.map((_, seat) => values[(seat + by) % values.length]!);
      const turned = {
        pool: turn(sheet.pool),
        mountain: turn(sheet.mountain),
        whists: turn(sheet.whists.map(turn)),
      };
      const exact = exactSettlement(sheet, conventions).map(textOf);
      expect(exactSettlement(turned, conventions).map(textOf)).toEqual(turn(exact));
    }),
  );
});
