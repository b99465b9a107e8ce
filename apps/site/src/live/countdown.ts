import type { ClockView } from '@trellis/wire';

export interface ClockNow {
  /** What is left of this decision (ms), never below 0. */
  readonly move: number;
  readonly bank: number;
  /** The time for the decision is over; the bank runs. */
  readonly onBank: boolean;
}

/** A clock `elapsed` ms after the frame that brought it. */
export function clockAfter({ running, move, bank }: ClockView, elapsed: number): ClockNow {
  const passed = running ? Math.max(0, elapsed) : 0;
  const left = move - passed;
  return {
    move: Math.max(0, left),
    bank: Math.max(0, bank + Math.min(0, left)),
    onBank: running && left <= 0 && bank > 0,
  };
}

/** All that is left before time is overstepped (ms). */
export function leftInAll(clock: ClockView, elapsed: number): number {
  const { move, bank } = clockAfter(clock, elapsed);
  return move + bank;
}

/** `1:05`; whole seconds, rounded up, so that 0:00 means over. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The tightest of `marks` (ms) that lies between two readings of a clock that runs down. */
export function markPassed(
  before: number,
  now: number,
  marks: readonly number[],
): number | undefined {
  return marks.filter((mark) => before > mark && now <= mark).sort((a, b) => a - b)[0];
}
