import type { Viewer } from '@trellis/games/kit';

/** The seats clockwise from the viewer's left; the last one is the viewer's own (seat 0 for a spectator). */
export function seatsFrom(viewer: Viewer, count: number): readonly number[] {
  const mine = viewer === 'spectator' ? 0 : viewer;
  return Array.from({ length: count }, (_, i) => (mine + 1 + i) % count);
}
