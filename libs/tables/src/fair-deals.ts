import type { Fairness } from '@trellis/facade';
import type { Viewer } from '@trellis/games/kit';
import type { Entry } from './entry.js';
import type { FairDeals, Playing } from './table.js';

/**
 * How long contributions are waited for (ms). They are on their way as soon as a page has seen that the game began;
 * who has none open is not waited for longer.
 */
export const contributionTime = 1000;

export function commit(
  { seats }: Pick<Playing, 'seats'>,
  { at, commitment, secret }: Extract<Entry, { kind: 'committed' }>,
): FairDeals {
  const awaited = seats.some(({ kind }) => kind === 'player');
  return {
    commitment,
    secret,
    contributions: seats.map(() => null),
    until: awaited ? at + contributionTime : null,
    drawn: 0,
  };
}

/** The last one to come ends the wait. Computers contribute nothing. */
export function withContribution(
  playing: Pick<Playing, 'seats' | 'fair'>,
  { seat, contribution }: Extract<Entry, { kind: 'contributed' }>,
): FairDeals {
  const fair = committed(playing);
  const contributions = fair.contributions.with(seat, contribution);
  const missing = playing.seats.some(
    ({ kind }, index) => kind === 'player' && contributions[index] === null,
  );
  return { ...fair, contributions, until: missing ? fair.until : null };
}

export function committed({ fair }: Pick<Playing, 'fair'>): FairDeals {
  if (!fair) throw new Error('The journal speaks of contributions before the commitment.');
  return fair;
}

/** What the record of a game reveals when it is over; `shuffles` are all of the game. Undefined when nothing was committed to. */
export function fairnessOf(
  { fair }: Pick<Playing, 'fair'>,
  shuffles: number,
): Fairness | undefined {
  if (!fair) return undefined;
  const { commitment, secret, contributions, drawn } = fair;
  return { commitment, secret, contributions, before: shuffles - drawn };
}

/** What people at a table may know of its shuffles while they play: never the secret. */
export interface FairnessSoFar {
  readonly commitment: string;
  /** By seat; others' are told when no more are taken. */
  readonly contributions: readonly (string | null)[];
  /** Contributions are still awaited. */
  readonly open: boolean;
  readonly drawn: number;
}

export function fairnessSoFar(
  { fair }: Pick<Playing, 'fair'>,
  viewer: Viewer,
): FairnessSoFar | null {
  if (!fair) return null;
  const open = fair.until !== null;
  return {
    commitment: fair.commitment,
    contributions: fair.contributions.map((each, seat) => (open && seat !== viewer ? null : each)),
    open,
    drawn: fair.drawn,
  };
}
