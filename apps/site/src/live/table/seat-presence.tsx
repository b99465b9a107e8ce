'use client';

import { useTranslations } from 'next-intl';
import styles from './play.module.css';

/** Whether a player looks at the table; nothing for who is always there. */
export function SeatPresence({ present }: { readonly present: boolean | undefined }) {
  const t = useTranslations('table');
  if (present === undefined) return null;
  return (
    <span className={styles.presence} data-present={present} title={t(present ? 'here' : 'away')}>
      <span className="visually-hidden">{t(present ? 'here' : 'away')}</span>
    </span>
  );
}
