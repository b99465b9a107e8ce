import type { Seat } from '@trellis/games/kit';
import type { DealView, PlayedTrick } from '@trellis/games/preferans/rules';

export type ActiveSeats = DealView['order'];

/** Who played each card of a trick. */
export function seatsOfTrick(order: ActiveSeats, { leader, cards }: PlayedTrick): readonly Seat[] {
  const from = order.indexOf(leader);
  return cards.map((_card, at) => order[(from + at) % 3]!);
}

/** The last trick that is over, with its number from 0. */
export function lastTrickOf(
  tricks: readonly PlayedTrick[],
): readonly [number: number, trick: PlayedTrick] | undefined {
  const at = tricks.findLastIndex(({ owner }) => owner !== undefined);
  return at < 0 ? undefined : [at, tricks[at]!];
}

/** The trick on the table: the running one, when it has a card. */
export function runningTrick(
  tricks: readonly PlayedTrick[],
): readonly [number: number, trick: PlayedTrick] | undefined {
  const last = tricks.at(-1);
  return last && last.owner === undefined ? [tricks.length - 1, last] : undefined;
}
