'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import styles from './live-notices.module.css';
import { show, shownNow, watchShown } from './shown-notice';

export { showAway } from './show-away';
export { takeNotice } from './shown-notice';

/** A notice that nobody closes goes by itself, unless it is pointed at (ms). The dot stays. */
const lasting = 20_000;

/** What the club tells a member, on whatever page he is. */
export function LiveNotices() {
  const shown = useSyncExternalStore(watchShown, shownNow, () => undefined);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => show(undefined), lasting);
    return () => clearTimeout(timer);
  }, [shown, held]);
  return (
    <div role="status" className={styles.place}>
      {shown && (
        <p
          key={shown.id}
          className={styles.notice}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <a href={shown.path}>{shown.sentence}</a>
          <button
            type="button"
            className={styles.close}
            aria-label={shown.words['close']}
            onClick={() => {
              setHeld(false);
              show(undefined);
            }}
          >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />
            </svg>
          </button>
        </p>
      )}
    </div>
  );
}
