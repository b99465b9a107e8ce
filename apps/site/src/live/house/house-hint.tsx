'use client';

import { useTranslations } from 'next-intl';
import { PlayTheHouse } from './play-the-house';
import styles from './house.module.css';

/** Beside a table where only the house plays: why, and how to play with it. */
export function HouseHint({ game }: { game: string }) {
  const t = useTranslations('house');
  return (
    <section className={`panel ${styles.hint}`}>
      <p>{t('plays')}</p>
      <PlayTheHouse game={game} className="button">
        {t('playHere')}
      </PlayTheHouse>
    </section>
  );
}
