import type { Onlooker } from './moments';

/** Where one is in a replay: after which step, and with whose eyes one looks. */
export interface Place {
  readonly ply: number;
  readonly onlooker: Onlooker;
}

/** The place that the end of an address names: `#12`, or `#12:1` as seat 1 saw it. Without one, the end, all open. */
export function placeIn(hash: string, last: number, seats: number): Place {
  const [, ply, seat] = /^#(\d{1,6})(?::(\d))?$/.exec(hash) ?? [];
  return {
    ply: Math.min(ply === undefined ? last : Number(ply), last),
    onlooker: seat !== undefined && Number(seat) < seats ? Number(seat) : 'all',
  };
}

export const hashOf = ({ ply, onlooker }: Place): string =>
  typeof onlooker === 'number' ? `#${ply}:${onlooker}` : `#${ply}`;
