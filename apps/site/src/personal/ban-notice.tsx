'use client';

import { useTranslations } from 'next-intl';
import { When } from '../ui/when';
import styles from './ban-notice.module.css';
import { useMe } from './use-me';

/** Above every page, for somebody whom the club keeps out: why, until when, and how to look on as a visitor. */
export function BanNotice() {
  const t = useTranslations('personal.banned');
  const banned = useMe()?.banned;
  if (!banned) return null;
  return (
    <section className={`notice bad ${styles.notice}`} role="alert">
      <p>
        <strong>{t('title')}</strong> {t('until')} <When at={banned.until} />
      </p>
      <p className={styles.reason}>{banned.reason}</p>
      <form method="post" action="/auth/sign-out">
        <p className="small">
          {t('visitor')}{' '}
          <button className="button plain" type="submit">
            {t('signOut')}
          </button>
        </p>
      </form>
    </section>
  );
}
