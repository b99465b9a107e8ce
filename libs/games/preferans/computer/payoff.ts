import type { Seat } from '@trellis/games/kit';
import {
  newPool,
  writeAll,
  type Outcome,
  type PreferansConventions,
  type ScoreSheet,
} from '@trellis/games/preferans/rules';
import type { Seen } from './seen.js';

/**
 * What an outcome of the running deal changes in the final settlement, in whists by seat. It is written on the sheet as
 * it stands: near the end of a pool points may be lost or go elsewhere, and a raspasy has the price of its series.
 * Without a sheet on an empty one.
 */
export class Payoffs {
  private readonly known = new Map<string, readonly number[]>();

  constructor(
    private readonly conventions: PreferansConventions,
    private readonly dealer: Seat,
    private readonly raspasyStreak: number,
    private readonly sheet?: ScoreSheet,
  ) {}

  static of({ conventions, deal, raspasyStreak, sheet }: Seen): Payoffs {
    return new Payoffs(conventions, deal.dealer, raspasyStreak, sheet);
  }

  of(outcome: Outcome): readonly number[] {
    const name = JSON.stringify(outcome);
    let found = this.known.get(name);
    if (!found) this.known.set(name, (found = this.settle(outcome)));
    return found;
  }

  private settle(outcome: Outcome): readonly number[] {
    const { conventions } = this;
    const fresh = newPool(conventions, this.dealer);
    const { sheet = fresh.sheet, raspasyStreak } = this;
    const start = { ...fresh, sheet, raspasyStreak };
    const after = settled(writeAll(start, [outcome], conventions)[0]!.pool.sheet, conventions);
    this.before ??= settled(sheet, conventions);
    return after.map((each, seat) => each - this.before![seat]!);
  }

  private before: readonly number[] | undefined;
}

/** Rule 13.1, in ordinary numbers. */
function settled(
  { pool, mountain, whists }: ScoreSheet,
  { players, poolValue, mountainValue, settlementDivisor }: PreferansConventions,
): number[] {
  const scale = settlementDivisor === 'opponents' ? players / (players - 1) : 1;
  const mean = (numbers: readonly number[]) => sum(numbers) / players;
  return pool.map((points, seat) => {
    const net = sum(whists[seat]!) - sum(whists.map((row) => row[seat]!));
    const fromPool = poolValue * (points - mean(pool));
    return net + scale * (fromPool + mountainValue * (mean(mountain) - mountain[seat]!));
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
