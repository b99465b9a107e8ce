'use client';

import { useTranslations } from 'next-intl';
import { signInPath } from '../parts/member-action';
import styles from './house.module.css';

/** Tells somebody who plays without an account what he has, and what he would have with one. */
export function VisitorHint({ tableId }: { tableId: string }) {
  const t = useTranslations('house');
  return (
    <section className={`panel ${styles.hint}`} aria-labelledby="visitor">
      <h2 id="visitor" className={styles.heading}>
        {t('visitor.title')}
      </h2>
      <p>{t('visitor.text')}</p>
      <p>{t('visitor.adds')}</p>
      <ul>
        {(['people', 'rating', 'kept'] as const).map((gain) => (
          <li key={gain}>{t(`visitor.${gain}`)}</li>
        ))}
      </ul>
      <a className="button plain" href={signInPath(`/tables/${tableId}`)} rel="nofollow">
        {t('visitor.signIn')}
      </a>
    </section>
  );
}
