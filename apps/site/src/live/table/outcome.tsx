'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { OutcomeTable } from './outcome-table';
import { useOutcomeWords } from './outcome-words';
import type { TableRequests } from './use-table';
import controls from '../parts/controls.module.css';
import styles from './outcome.module.css';

interface Props {
  readonly view: TableView;
  readonly requests: TableRequests;
  readonly busy: boolean;
}

/** How the game ended, what it changed, and what one can do next. */
export function Outcome({ view, requests, busy }: Props) {
  const t = useTranslations('table');
  const { headline, reason } = useOutcomeWords(view);
  const { gameId, game, viewer } = view;
  const leave = () =>
    void requests.leave().then((left) => {
      if (left) window.location.assign(`/halls/${game}`);
    });
  const place = useRef<HTMLElement>(null);
  // It comes above the board that a phone has been filled with.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section className={`panel ${styles.outcome}`} ref={place}>
      <h2 className={styles.headline}>{headline}</h2>
      {reason && <p className={styles.reason}>{reason}</p>}
      <OutcomeTable view={view} />
      <p className={controls.row}>
        {viewer !== 'spectator' && (
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void requests.rematch()}
          >
            {t('rematch')}
          </button>
        )}
        {gameId && (
          <a className="button plain" href={`/games/${gameId}`}>
            {t('record')}
          </a>
        )}
        {viewer !== 'spectator' && (
          <button type="button" className={controls.quiet} disabled={busy} onClick={leave}>
            {t('leaveTable')}
          </button>
        )}
      </p>
    </section>
  );
}
