import { addTallies, type Seat, type Tally } from '@trellis/games/kit';
import { levelOfContract } from './bids.js';
import type { PreferansConventions } from './conventions/index.js';
import type { Fraction } from './fraction.js';
import { minus, plus, zero } from './fraction.js';
import { newPool, writeAll } from './pool.js';
import { activeSeats } from './seats.js';
import { exactSettlement } from './settlement.js';
import type { State } from './state.js';

/** What somebody was in a deal: these, and the contracts (`6S` … `10N`). */
export const roles = ['declarer', 'whister', 'misere', 'raspasy'] as const;

interface Part {
  readonly seat: Seat;
  readonly of: readonly string[];
  readonly made: boolean;
}

/** Of each deal that was written: who was what in it, whether he succeeded, and by how much his result rose or fell. */
export function tallies({ pool, conventions }: State): readonly (readonly Tally[])[] {
  const seats = Array.from({ length: conventions.players }, (_, seat) => seat);
  if (!pool) return seats.map(() => []);
  const sums = seats.map(() => new Map<string, { times: number; made: number; gain: Fraction }>());
  for (const deal of writeAll(newPool(conventions, pool.firstDealer), pool.outcomes, conventions)) {
    const gains = gainsOf(deal, conventions);
    for (const { seat, of, made } of partsOf(deal, conventions))
      for (const each of of) {
        const before = sums[seat]!.get(each) ?? { times: 0, made: 0, gain: zero };
        sums[seat]!.set(each, {
          times: before.times + 1,
          made: before.made + (made ? 1 : 0),
          gain: plus(before.gain, gains[seat]!),
        });
      }
  }
  return sums.map((sum) =>
    addTallies(
      [],
      [...sum].map(([of, { times, made, gain }]) => ({ of, times, made, points: whole(gain) })),
    ),
  );
}

type Written = ReturnType<typeof writeAll>[number];

function gainsOf({ before, pool }: Written, conventions: PreferansConventions): Fraction[] {
  const old = exactSettlement(before.sheet, conventions);
  return exactSettlement(pool.sheet, conventions).map((now, seat) => minus(now, old[seat]!));
}

function partsOf({ outcome, before, entries }: Written, conventions: PreferansConventions): Part[] {
  switch (outcome.type) {
    case 'concede':
      return [{ seat: outcome.declarer, of: ['declarer'], made: false }];
    case 'misere': {
      const { declarer, tricks } = outcome;
      return [{ seat: declarer, of: ['declarer', 'misere'], made: tricks[declarer] === 0 }];
    }
    case 'raspasy': {
      const active = activeSeats(conventions.players, before.dealer);
      const fewest = Math.min(...active.map((seat) => outcome.tricks[seat]!));
      return active.map((seat) => ({
        ...{ seat, of: ['raspasy'] },
        made: outcome.tricks[seat] === fewest,
      }));
    }
    case 'game': {
      const { declarer, contract, tricks, defence = [] } = outcome;
      const made = !tricks || tricks[declarer]! >= levelOfContract(contract);
      const failed = new Set(
        entries.flatMap((entry) => (entry.column === 'mountain' ? [entry.seat] : [])),
      );
      // Who passed first and whisted after a half whist was returned to him is a whister.
      const last = new Map(defence);
      const whisters = [...last].flatMap(([seat, word]) => (word === 'whist' ? [seat] : []));
      return [
        { seat: declarer, of: ['declarer', contract], made },
        ...whisters.map((seat) => ({ seat, of: ['whister'], made: !failed.has(seat) })),
      ];
    }
  }
}

/** The nearest whole number, halves away from zero: a win and the loss of the same size stay equal. */
function whole({ over, under }: Fraction): number {
  const size = over < 0n ? -over : over;
  const rounded = Number((2n * size + under) / (2n * under));
  return over < 0n ? -rounded || 0 : rounded;
}
