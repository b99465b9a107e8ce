'use client';

import { useSyncExternalStore } from 'react';
import { lastAnnouncement, watchAnnouncements } from './announcer';

/** Speaks what happens at the table to a screen reader. Boards speak their own moves. */
export function LiveRegion() {
  const said = useSyncExternalStore(watchAnnouncements, lastAnnouncement, () => '');
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken">
      {said}
    </p>
  );
}
