import type { AnyGame, Seat } from '@trellis/games/kit';
import type { EntryBody } from './entry.js';
import type { Playing } from './table.js';

type Seated = Pick<Playing, 'seats' | 'conventions' | 'away'>;

export const isAway = ({ away }: Pick<Playing, 'away'>, seat: Seat): boolean =>
  away.some((each) => each.seat === seat);

/**
 * What becomes of a seat whose player ran out of time or left: by the convention a computer plays on for him as long as
 * another person is there to play with; otherwise the game is closed.
 */
export function goes(table: Seated, seat: Seat, reason: 'time' | 'left'): EntryBody {
  const others = table.seats.some(
    ({ kind }, other) => kind === 'player' && other !== seat && !isAway(table, other),
  );
  const kind = table.conventions.absent === 'computer' && others ? 'relieved' : 'forfeited';
  return { kind, seat, reason };
}

/** How strong the computer at this seat is: one of the house, or the best the house has for somebody who is away. */
export function levelAt(
  table: Pick<Playing, 'seats' | 'away'>,
  seat: Seat,
  { computers }: Pick<AnyGame, 'computers'>,
): string | undefined {
  const occupant = table.seats[seat];
  if (occupant?.kind === 'computer') return occupant.level;
  return isAway(table, seat) ? computers.at(-1)?.level : undefined;
}
