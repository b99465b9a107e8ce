import type { Seat } from '@trellis/games/kit';
import { defenceIn } from './deal.js';
import type { PreferansConventions } from './conventions/index.js';
import { isRaspasy, type PlayedDeal } from './play.js';
import { defendersOf } from './seats.js';

/**
 * Rule 14.4.2: the tricks of a deal whose player ran out of time or left, all remaining ones against
 * him. Undefined when he plays no part in the deal (a sitting dealer): it is void.
 */
export function tricksAgainst(
  deal: PlayedDeal,
  offender: Seat,
  conventions: PreferansConventions,
): readonly number[] | undefined {
  if (!deal.order.includes(offender)) return undefined;
  const { taken } = deal.play;
  let remaining = 10 - taken.reduce((sum, each) => sum + each, 0);
  const allTo = (seat: Seat) => taken.with(seat, taken[seat]! + remaining);
  if (isRaspasy(deal)) return allTo(offender);

  const { declarer } = deal.won!;
  const defence = defenceIn(deal, conventions)!;
  // A declarer of misère takes them himself; a catcher who leaves takes them too, so that the declarer gets none.
  if (defence.kind === 'catchers') return allTo(offender);
  if (offender !== declarer) return allTo(declarer);
  if (defence.kind === 'lone') return allTo(defence.whister);
  const shared = [...taken];
  const defenders = defendersOf(deal.order, declarer);
  for (let turn = 0; remaining > 0; turn = 1 - turn, remaining--) shared[defenders[turn]!]!++;
  return shared;
}
