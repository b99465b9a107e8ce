'use client';

import { useCallback, useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * The second a moment is away, rounded up and never below 0; undefined without a moment. Draws again
 * only when the second changes.
 */
export function useSecondsUntil(moment: number | undefined): number | undefined {
  const read = useCallback(
    () => (moment === undefined ? undefined : Math.max(0, Math.ceil((moment - Date.now()) / 1000))),
    [moment],
  );
  return useSyncExternalStore(watchTicks, read, () => undefined);
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
