import type { Conventions, Seat } from '@trellis/games/kit';
import type { Playing, SeatClock } from './table.js';

/** A seat that has not shown a sign of life yet is waited for this long after the start (ms). */
export const arrivalGrace = 30_000;

/** The time for one decision (ms). */
export function moveTime(conventions: Conventions): number {
  return Number(conventions.moveTimeSec) * 1000;
}

/** The bank at the start of a game (ms). */
function timeBank(conventions: Conventions): number {
  return Number(conventions.timeBankSec) * 1000;
}

export function freshClocks(seats: number, conventions: Conventions, seq: number): SeatClock[] {
  const bank = timeBank(conventions);
  return Array.from({ length: seats }, () => ({ since: null, spent: 0, bank, decisionSeq: seq }));
}

/** When this clock runs out (ms since 1970); undefined while it does not run. */
export function deadline(clock: SeatClock, conventions: Conventions): number | undefined {
  if (clock.since === null) return undefined;
  return clock.since + Math.max(0, moveTime(conventions) - clock.spent) + clock.bank;
}

/** What is left at `now` (ms): of the decision's time first, then of the bank. */
export function timeLeft(
  clock: SeatClock,
  conventions: Conventions,
  now: number,
): { move: number; bank: number } {
  const used = clock.spent + (clock.since === null ? 0 : Math.max(0, now - clock.since));
  const over = used - moveTime(conventions);
  return { move: Math.max(0, -over), bank: Math.max(0, clock.bank - Math.max(0, over)) };
}

interface Turn {
  readonly seq: number;
  readonly at: number;
  /** Who has just made a decision, if anybody. */
  readonly actor: Seat | null;
  readonly toAct: readonly Seat[];
}

/**
 * The clocks after a step: the actor's is settled, those who owe a decision now run, the others stop.
 * A clock that stops without a decision of its seat (an offer of somebody else) keeps what it has used.
 */
export function turnClocks(
  playing: Pick<Playing, 'clocks' | 'conventions' | 'arrived' | 'startedAt'>,
  { seq, at, actor, toAct }: Turn,
): SeatClock[] {
  const firstTick = (seat: Seat) =>
    playing.arrived.includes(seat) ? at : Math.max(at, playing.startedAt + arrivalGrace);
  return playing.clocks.map((clock, seat) => {
    const owes = toAct.includes(seat);
    if (seat === actor) {
      const { bank } = timeLeft(clock, playing.conventions, at);
      return { since: owes ? firstTick(seat) : null, spent: 0, bank, decisionSeq: seq };
    }
    if (clock.since !== null && !owes) {
      return { ...clock, since: null, spent: clock.spent + Math.max(0, at - clock.since) };
    }
    if (clock.since === null && owes) return { ...clock, since: firstTick(seat), decisionSeq: seq };
    return clock;
  });
}

/** A seat shows its first sign of life: if it is its turn, its clock starts now. */
export function startOnArrival(
  clocks: readonly SeatClock[],
  arrived: Seat,
  at: number,
): SeatClock[] {
  return clocks.map((clock, seat) =>
    seat === arrived && clock.since !== null && clock.since > at ? { ...clock, since: at } : clock,
  );
}

/** Gives running clocks back what an outage took. */
export function creditClocks(clocks: readonly SeatClock[], ms: number): SeatClock[] {
  return clocks.map((clock) =>
    clock.since === null ? clock : { ...clock, since: clock.since + ms },
  );
}
