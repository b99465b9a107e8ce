import type { Seat } from '@trellis/games/kit';

/** Eldest, second and youngest hand. */
export type ActiveSeats = readonly [Seat, Seat, Seat];

/** Rule 2.3: the three seats after the dealer play; with three players the dealer is the youngest hand. */
export function activeSeats(players: number, dealer: Seat): ActiveSeats {
  return [(dealer + 1) % players, (dealer + 2) % players, (dealer + 3) % players];
}

/** Rule 6.2: the defenders in the order they speak, first the one to the declarer's left. */
export function defendersOf(order: ActiveSeats, declarer: Seat): readonly [Seat, Seat] {
  const at = order.indexOf(declarer);
  return [order[(at + 1) % 3]!, order[(at + 2) % 3]!];
}

/** Who plays after `seat` in a trick or speaks after him, a sitting dealer skipped. */
export function leftOf(order: ActiveSeats, seat: Seat): Seat {
  return order[(order.indexOf(seat) + 1) % 3]!;
}

/** The dealer who has no cards in this deal: only with four players. */
export function sittingDealer(players: number, dealer: Seat): Seat | undefined {
  return players === 4 ? dealer : undefined;
}
