import type { PreferansConventions } from './conventions/index.js';
import {
  compare,
  floor,
  fraction,
  fractionFromText,
  minus,
  textOf,
  type Fraction,
} from './fraction.js';
import type { ScoreSheet } from './score-sheet.js';

type SettlementConventions = Pick<
  PreferansConventions,
  'poolValue' | 'mountainValue' | 'settlementDivisor'
>;

export interface Settlement {
  /** Whole whists, as shown. */
  readonly settlement: readonly number[];
  /** Fractions in lowest terms. */
  readonly settlementExact: readonly string[];
}

/** Rules 13.1 and 13.2. */
export function settle(sheet: ScoreSheet, conventions: SettlementConventions): Settlement {
  return rounded(exactSettlement(sheet, conventions));
}

/** Rule 13.1: exact results, which add up to zero. */
export function exactSettlement(
  { pool, mountain, whists }: ScoreSheet,
  { poolValue, mountainValue, settlementDivisor }: SettlementConventions,
): Fraction[] {
  const players = pool.length;
  const divisor = settlementDivisor === 'opponents' ? players - 1 : players;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const poolSum = sum(pool);
  const mountainSum = sum(mountain);
  return pool.map((points, seat) => {
    const written = sum(whists[seat]!);
    const against = sum(whists.map((row) => row[seat]!));
    const inParts =
      poolValue * (players * points - poolSum) +
      mountainValue * (mountainSum - players * mountain[seat]!);
    // Twice everything: raspasyWhistBase = difference writes half whists (rule 9.5.3).
    return fraction(2 * (divisor * (written - against) + inParts), 2 * divisor);
  });
}

/** Rule 13.2: whole whists by the largest remainder, ties to the lower seat. */
export function rounded(exact: readonly Fraction[]): Settlement {
  const floors = exact.map(floor);
  const remainders = exact.map((each, seat) => minus(each, fraction(floors[seat]!)));
  const missing = -Number(floors.reduce((total, each) => total + each, 0n));
  const raised = exact
    .map((_, seat) => seat)
    .sort((a, b) => compare(remainders[b]!, remainders[a]!) || a - b)
    .slice(0, missing);
  return {
    settlement: floors.map((each, seat) => Number(each) + (raised.includes(seat) ? 1 : 0)),
    settlementExact: exact.map(textOf),
  };
}

/** Places by exact results, 1 is best; equal results share a place. */
export function placesOf(settlementExact: readonly string[]): number[] {
  const exact = settlementExact.map((each) => fractionFromText(each)!);
  return exact.map((own) => 1 + exact.filter((other) => compare(other, own) > 0).length);
}
