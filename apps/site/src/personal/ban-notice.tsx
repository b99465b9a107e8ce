'use client';

import { useTranslations } from 'next-intl';
import { When } from '../ui/when';
import styles from './ban-notice.module.css';
import { useMe } from './use-me';

/**
 * Above every page, for somebody whom the club keeps out, or from something: until when, and the way to why; who is kept out
 * reads why at once, and how to look on as a visitor.
 */
export function BanNotice() {
  const t = useTranslations('personal.banned');
  const paused = useTranslations('personal.paused');
  const me = useMe();
  const banned = me?.banned;
  if (!banned)
    return me?.pauses?.map(({ kind, until }) => (
      <p key={kind} className={`notice ${styles.notice}`} role="status">
        <strong>{paused(kind)}</strong> {kind !== 'warning' && <When at={until} />} ·{' '}
        <a href="/justice">{paused('why')}</a>
      </p>
    ));
  return (
    <section className={`notice bad ${styles.notice}`} role="alert">
      <p>
        <strong>{t('title')}</strong> {t('until')} <When at={banned.until} />
      </p>
      <p className={styles.reason}>{banned.reason}</p>
      <p>
        <a href="/justice">{paused('why')}</a>
      </p>
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
