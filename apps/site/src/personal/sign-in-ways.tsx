'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import styles from './sign-in-ways.module.css';

interface Ways {
  readonly google: boolean;
  readonly oidc: boolean;
  readonly demo: boolean;
}

const never = () => () => undefined;

/** Plain links and a plain form. With script they also remember where the person came from. */
export function SignInWays({ google, oidc, demo }: Ways) {
  const t = useTranslations('signIn');
  const returnTo = useSyncExternalStore(never, askedReturn, () => '');
  const query = returnTo && `?returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <div className={styles.ways}>
      {google && (
        <a className="button" href={`/auth/google${query}`}>
          {t('google')}
        </a>
      )}
      {oidc && (
        <a className="button" href={`/auth/oidc${query}`}>
          {t('oidc')}
        </a>
      )}
      {demo && (
        <form className="panel" method="post" action="/auth/demo">
          <p className="notice">{t('demo.banner')}</p>
          <div className="field">
            <label htmlFor="name">{t('demo.name')}</label>
            <input
              className="input"
              id="name"
              name="name"
              required
              maxLength={60}
              autoComplete="name"
              aria-describedby="name-help"
            />
            <span id="name-help" className="quiet small">
              {t('demo.help')}
            </span>
          </div>
          {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
          <button className="button" type="submit">
            {t('demo.enter')}
          </button>
        </form>
      )}
      {!google && !oidc && !demo && <p className="notice bad">{t('none')}</p>}
    </div>
  );
}

/** Where to go afterwards; the server checks that it is a path of the club. */
function askedReturn(): string {
  return new URLSearchParams(window.location.search).get('returnTo') ?? '';
}
