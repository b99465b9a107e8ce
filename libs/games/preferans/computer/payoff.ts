import type { Seat } from '@trellis/games/kit';
import {
  newPool,
  writeAll,
  type Outcome,
  type PreferansConventions,
} from '@trellis/games/preferans/rules';
import type { Seen } from './seen.js';

/**
 * What an outcome of the running deal changes in the final settlement, in whists by seat. Written on an
 * empty sheet: as rule 13.1 is linear, and help never changes a settlement, it is the same on any other.
 */
export class Payoffs {
  private readonly known = new Map<string, readonly number[]>();

  constructor(
    private readonly conventions: PreferansConventions,
    private readonly dealer: Seat,
    private readonly raspasyStreak: number,
  ) {}

  static of({ conventions, deal, raspasyStreak }: Seen): Payoffs {
    return new Payoffs(conventions, deal.dealer, raspasyStreak);
  }

  of(outcome: Outcome): readonly number[] {
    const name = JSON.stringify(outcome);
    let found = this.known.get(name);
    if (!found) this.known.set(name, (found = this.settle(outcome)));
    return found;
  }

  private settle(outcome: Outcome): readonly number[] {
    const { conventions } = this;
    const start = { ...newPool(conventions, this.dealer), raspasyStreak: this.raspasyStreak };
    const { pool, mountain, whists } = writeAll(start, [outcome], conventions)[0]!.pool.sheet;
    const { players, poolValue, mountainValue, settlementDivisor } = conventions;
    const scale = settlementDivisor === 'opponents' ? players / (players - 1) : 1;
    const mean = (numbers: readonly number[]) => sum(numbers) / players;
    return pool.map((points, seat) => {
      const net = sum(whists[seat]!) - sum(whists.map((row) => row[seat]!));
      const fromPool = poolValue * (points - mean(pool));
      return net + scale * (fromPool + mountainValue * (mean(mountain) - mountain[seat]!));
    });
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
