'use client';

import { useTranslations } from 'next-intl';
import { useClubState } from '../use-club-socket';
import styles from './connection-dot.module.css';

/** A dot and a word: connecting, online, away. */
export function ConnectionDot() {
  const { connection } = useClubState();
  const t = useTranslations('connection');
  return (
    <span className={styles.status} data-state={connection}>
      <span className={styles.dot} aria-hidden />
      {t(`state.${connection}`)}
    </span>
  );
}
