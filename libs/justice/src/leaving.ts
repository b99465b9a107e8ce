import type { GameId, RecordedStep } from '@trellis/facade';
import { warningShown, type SanctionKind } from './sanction.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A game that somebody has played with other people. */
export interface Played {
  readonly gameId: GameId;
  readonly at: number;
  /** He did not play it to its end. */
  readonly left: boolean;
}

/** How far back leaving counts (ms). */
export const leavingCounts = 30 * day;
/** So many games played to the end lower the next penalty by one step, and so does so long without leaving (ms). */
export const decay = { games: 5, time: 7 * day } as const;

export type Penalty = { readonly kind: SanctionKind; readonly ms: number };

/** The first step for a first leave; the last one for every further. */
export const penalties: readonly Penalty[] = [
  { kind: 'warning', ms: warningShown },
  { kind: 'rated-pause', ms: 10 * minute },
  { kind: 'rated-pause', ms: 60 * minute },
  { kind: 'rated-pause', ms: day },
];

/**
 * Which penalty the last of these games brings, if it was left; undefined if it was not. Only games of the
 * last 30 days before it count, in whatever order they are given.
 */
export function penaltyFor(history: readonly Played[]): Penalty | undefined {
  const games = [...history].sort((a, b) => a.at - b.at || (a.gameId < b.gameId ? -1 : 1));
  const last = games.at(-1);
  if (!last?.left) return undefined;
  const counted = games.filter(({ at }) => at > last.at - leavingCounts);
  return penalties[stepsAfter(counted) - 1];
}

/** On which step somebody stands after these games, oldest first: 0 is none, and none is above the last penalty. */
function stepsAfter(games: readonly Played[]): number {
  let steps = 0;
  let clean = 0;
  let leftAt = 0;
  for (const { at, left } of games) {
    if (!left) {
      clean += 1;
      continue;
    }
    const forgiven = Math.floor(clean / decay.games) + Math.floor((at - leftAt) / decay.time);
    steps = Math.min(Math.max(0, steps - forgiven) + 1, penalties.length);
    clean = 0;
    leftAt = at;
  }
  return steps;
}

/**
 * Whether the player of this seat has left the game: it was closed because of him, or a computer played on for him to its
 * end. Who lost his connection and came back has not left.
 */
export function hasLeft(
  seat: number,
  offender: number | null,
  steps: readonly RecordedStep[],
): boolean {
  if (offender === seat) return true;
  const last = steps.findLast(
    (step) => (step.kind === 'relieved' || step.kind === 'returned') && step.seat === seat,
  );
  return last?.kind === 'relieved';
}
