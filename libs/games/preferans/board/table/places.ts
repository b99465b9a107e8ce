import type { Seat, Viewer } from '@trellis/games/kit';

/** Where a seat is drawn: one's own at the bottom, then clockwise. */
export type Where = 'mine' | 'left' | 'top' | 'right';

/** By seat. Who only watches sits behind seat 0. */
export function placesOf(viewer: Viewer, players: number): readonly Where[] {
  const mine = viewer === 'spectator' ? 0 : viewer;
  const around: readonly Where[] =
    players === 4 ? ['mine', 'left', 'top', 'right'] : ['mine', 'left', 'right'];
  return Array.from({ length: players }, (_, seat) => around[(seat - mine + players) % players]!);
}

/** The others from left to right, as they are met going round the table. */
export function othersOf(viewer: Viewer, players: number): readonly Seat[] {
  const mine = viewer === 'spectator' ? 0 : viewer;
  return Array.from({ length: players - 1 }, (_, step) => (mine + 1 + step) % players);
}
