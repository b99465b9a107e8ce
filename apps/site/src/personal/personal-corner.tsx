'use client';

import { useTranslations } from 'next-intl';
import { News } from '../notices/news';
import styles from './personal-corner.module.css';
import { useMe } from './use-me';
import { useUnread } from './use-unread';

/** The end of the header: who you are and where you sit. The page itself is the same for everybody. */
export function PersonalCorner() {
  const t = useTranslations('personal');
  const me = useMe();
  const [{ unread, threads }, askUnread] = useUnread();

  if (!me?.player) {
    return (
      <div className={`${styles.corner} ${me === undefined ? styles.unknown : ''}`}>
        {me?.seatedAt[0] && (
          <a className={styles.seats} href={`/tables/${me.seatedAt[0].tableId}`}>
            {t('seatedAt', { count: me.seatedAt.length })}
          </a>
        )}
        <a className={`button ${styles.signIn}`} href="/auth">
          {t('signIn')}
        </a>
      </div>
    );
  }
  const { player, seatedAt } = me;
  return (
    <div className={styles.corner}>
      {seatedAt.length > 0 && (
        <a className={styles.seats} href={`/tables/${seatedAt[0]!.tableId}`}>
          {t('seatedAt', { count: seatedAt.length })}
        </a>
      )}
      <details className={styles.person}>
        <summary>
          <span className={styles.initial} aria-hidden="true">
            {[...player.name][0]}
          </span>
          {unread + threads > 0 && (
            <span className={styles.unread}>
              <span className="visually-hidden">
                {unread > 0 && t('newLetters', { count: unread })}{' '}
                {threads > 0 && t('newReplies', { count: threads })}
              </span>
            </span>
          )}
          <span className={styles.name}>{player.name}</span>
        </summary>
        <ul>
          {seatedAt.map((table) => (
            <li key={table.tableId}>
              <a href={`/tables/${table.tableId}`}>
                {table.number === null ? t('privateTable') : t('table', { number: table.number })}
              </a>
            </li>
          ))}
          <li>
            <a href={`/players/${player.id}`}>{t('profile')}</a>
          </li>
          <li>
            <a href="/people">
              {t('people')}
              {unread > 0 && <strong> · {t('newLetters', { count: unread })}</strong>}
            </a>
          </li>
          {threads > 0 && (
            <li>
              <a href="/new">
                <strong>{t('newReplies', { count: threads })}</strong>
              </a>
            </li>
          )}
          <li>
            <a href="/justice">{t('justice')}</a>
          </li>
          {player.arbiter && (
            <li>
              <a href="/arbiter">{t('arbiter')}</a>
            </li>
          )}
          <li>
            <a href="/settings">{t('settings')}</a>
          </li>
          <li>
            <form method="post" action="/auth/sign-out">
              <button type="submit">{t('signOut')}</button>
            </form>
          </li>
        </ul>
      </details>
      <News onNews={askUnread} />
    </div>
  );
}
