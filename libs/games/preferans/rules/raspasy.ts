import type { Seat } from '@trellis/games/kit';
import { award } from './award.js';
import type { PreferansConventions } from './conventions/index.js';
import type { Outcome } from './outcome.js';
import type { Operands, Pen } from './score-sheet.js';
import { activeSeats, sittingDealer } from './seats.js';

/** What the talon does in a raspasy (rule 9.2), `auto` resolved. */
export type TalonMode = 'suit' | 'dealer' | 'closed';

export function talonMode({ raspasyTalon, players }: PreferansConventions): TalonMode {
  if (raspasyTalon !== 'auto') return raspasyTalon;
  return players === 4 ? 'dealer' : 'suit';
}

/** Who leads to the second and third trick (rule 9.3), `auto` resolved; a closed talon binds nobody. */
export function leadsMode(conventions: PreferansConventions): 'eldest3' | 'eldest2' | 'winner' {
  const talon = talonMode(conventions);
  if (talon === 'closed') return 'winner';
  if (conventions.raspasyLeads !== 'auto') return conventions.raspasyLeads;
  return talon === 'dealer' ? 'eldest2' : 'eldest3';
}

/**
 * Rule 9.3: who plays first to trick `trick` (0 … 9) after `winner` took the one before; undefined
 * stands for the talon.
 */
export function raspasyLeader(
  trick: number,
  winner: Seat | undefined,
  eldest: Seat,
  conventions: PreferansConventions,
): Seat {
  const eldestLeads = { eldest3: 3, eldest2: 2, winner: 1 }[leadsMode(conventions)];
  return trick < eldestLeads || winner === undefined ? eldest : winner;
}

/** The last number of a list stays for all that follow. */
const stepOf = (list: readonly number[], streak: number) =>
  list[Math.min(streak, list.length - 1)]!;

/** Rule 9.4: the price of a trick after `streak` raspasy in a row. */
export function raspasyPrice(streak: number, conventions: PreferansConventions): number {
  return conventions.raspasyPrice * stepOf(conventions.raspasyProgression, streak);
}

/** Rule 9.6: the lowest level that may be bid after `streak` raspasy in a row. */
export function exitLevel(streak: number, conventions: PreferansConventions): number {
  return stepOf(conventions.exitLadder, streak);
}

/** Rule 9.5. */
export function writeRaspasy(
  pen: Pen,
  { tricks }: Extract<Outcome, { type: 'raspasy' }>,
  dealer: Seat,
  streak: number,
  conventions: PreferansConventions,
): void {
  const active = activeSeats(conventions.players, dealer);
  const sitting = sittingDealer(conventions.players, dealer);
  const dealerPlays = sitting !== undefined && talonMode(conventions) === 'dealer';
  const participants = dealerPlays ? [...active, sitting] : active;
  const price = raspasyPrice(streak, conventions);

  if (conventions.raspasyScore === 'mountain') {
    const lowest = Math.min(...participants.map((seat) => tricks[seat]!));
    const forgiven = conventions.raspasyAmnesty ? lowest : 0;
    for (const seat of participants) {
      pen.writeMountain(seat, '9.5.1', { price, tricks: tricks[seat]! - forgiven });
    }
  } else {
    writeOnTheOthers(pen, active, tricks, price, conventions.raspasyWhistBase);
  }

  const bonus = { price, one: 1, none: 0 }[conventions.raspasyZero];
  for (const seat of participants) {
    if (tricks[seat] !== 0) continue;
    if (seat === sitting && !conventions.raspasyDealerZero) continue;
    award(pen, seat, '9.5.2', { bonus }, conventions);
  }
  if (sitting !== undefined) {
    award(pen, sitting, '9.5.4', { points: conventions.raspasyDealerPool }, conventions);
  }
}

/** Rule 9.5.3: who took fewest writes whists on everybody who took more. */
function writeOnTheOthers(
  pen: Pen,
  active: readonly Seat[],
  tricks: readonly number[],
  price: number,
  base: PreferansConventions['raspasyWhistBase'],
): void {
  const lowest = Math.min(...active.map((seat) => tricks[seat]!));
  const best = active.filter((seat) => tricks[seat] === lowest);
  for (const seat of best) {
    for (const other of active) {
      if (tricks[other] === lowest) continue;
      const counted = base === 'difference' ? tricks[other]! - lowest : tricks[other]!;
      const shared: Operands = best.length > 1 ? { dividedBy: best.length } : {};
      pen.writeWhists(seat, other, '9.5.3', { price, tricks: counted, ...shared });
    }
  }
}
