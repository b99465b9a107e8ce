'use client';

import { useSyncExternalStore } from 'react';

/** The same width as in chat-panel.module.css and table-screen.module.css. */
const wide = '(min-width: 900px)';

/** The screen has room for a side column. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', watcher);
      return () => query.removeEventListener('change', watcher);
    },
    () => window.matchMedia(wide).matches,
    () => false,
  );
}
