import type { Seat } from '@trellis/games/kit';
import type { PreferansConventions } from './conventions/index.js';
import {
  compare,
  dividedBy,
  fraction,
  fractionFromText,
  minus,
  plus,
  textOf,
  zero,
} from './fraction.js';
import type { Fraction } from './fraction.js';
import type { Pool } from './pool.js';
import { exactSettlement } from './settlement.js';
import type { Absence, State } from './state.js';

/** Rule 14.6: a computer plays for somebody who ran out of time or left. */

export function goAway(state: State, seat: Seat, reason: 'time' | 'left'): State {
  const { away, helped, gains } = absenceIn(state);
  return {
    ...state,
    absence: {
      away: [...away, { seat, reason }],
      helped: helped.includes(seat) ? helped : [...helped, seat],
      gains,
    },
  };
}

/** What the computer did in the running deal stays done: it counts as helped to its end. */
export function comeBack(state: State, seat: Seat): State {
  const { away, ...rest } = absenceIn(state);
  return { ...state, absence: { ...rest, away: away.filter((each) => each.seat !== seat) } };
}

/** A new deal: helped are those who are away. */
export function atNewDeal({ absence }: State): Pick<State, 'absence'> {
  return absence ? { absence: { ...absence, helped: absence.away.map(({ seat }) => seat) } } : {};
}

/** What the deal that was just written brought those whom a computer helped in it. */
export function afterDeal(
  { absence, pool: before, conventions }: State,
  after: Pool,
): Pick<State, 'absence'> {
  if (!absence || !before) return {};
  const [was, is] = [before, after].map(({ sheet }) => exactSettlement(sheet, conventions));
  const gains = absence.gains.map((gain, seat) =>
    absence.helped.includes(seat)
      ? textOf(plus(fractionFromText(gain)!, minus(is![seat]!, was![seat]!)))
      : gain,
  );
  return { absence: { ...absence, gains } };
}

/**
 * Rules 14.4.3, 14.4.4, 14.6.3 and 14.6.4: who is gone at the end wins nothing and pays the fine; who came back keeps
 * nothing that computers won for him on the whole. The others who are there share it equally.
 */
export function exactAtEnd(
  before: readonly Fraction[],
  absence: Absence | undefined,
  { timeoutFine }: Pick<PreferansConventions, 'timeoutFine'>,
  offender?: Seat,
): Fraction[] {
  const gone = (absence?.away ?? []).map(({ seat }) => seat);
  if (offender !== undefined && !gone.includes(offender)) gone.push(offender);
  const after = [...before];
  before.forEach((own, seat) => {
    const gain = fractionFromText(absence?.gains[seat] ?? '0')!;
    const lost = gone.includes(seat) ? plus(positive(own), fraction(timeoutFine)) : positive(gain);
    if (compare(lost, zero) === 0) return;
    const others = before.map((_, other) => other).filter((other) => other !== seat);
    const there = others.filter((other) => !gone.includes(other));
    const takers = there.length > 0 ? there : others;
    const share = dividedBy(lost, takers.length);
    after[seat] = minus(after[seat]!, lost);
    for (const taker of takers) after[taker] = plus(after[taker]!, share);
  });
  return after;
}

const positive = (each: Fraction): Fraction => (compare(each, zero) > 0 ? each : zero);

function absenceIn({ absence, conventions }: State): Absence {
  return absence ?? { away: [], helped: [], gains: Array<string>(conventions.players).fill('0') };
}
