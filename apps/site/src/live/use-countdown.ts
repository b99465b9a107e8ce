'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useClubState } from './use-club-socket';

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * The second a moment is away, rounded up and never below 0; undefined without a moment. Draws again
 * only when the second changes. Stands still while the club's storage is away, as the club's own clocks do.
 */
export function useSecondsUntil(moment: number | undefined): number | undefined {
  const { awaySince } = useClubState();
  const read = useCallback(
    () => (moment === undefined ? undefined : secondsBetween(awaySince ?? Date.now(), moment)),
    [moment, awaySince],
  );
  return useSyncExternalStore(watchTicks, read, () => undefined);
}

function secondsBetween(now: number, moment: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000));
}

/** One timer for all clocks of the page. */
function watchTicks(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => watchers.forEach((each) => each()), 200);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
