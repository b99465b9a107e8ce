import { useTranslations } from 'next-intl';
import styles from './sign-in-ways.module.css';

interface Ways {
  readonly google: boolean;
  readonly oidc: boolean;
  readonly demo: boolean;
}

/** Plain links and a plain form; the server reads from `Referer` where this page was told to lead back to. */
export function SignInWays({ google, oidc, demo }: Ways) {
  const t = useTranslations('signIn');
  return (
    <div className={styles.ways}>
      {google && (
        <a className="button" href="/auth/google">
          {t('google')}
        </a>
      )}
      {oidc && (
        <a className="button" href="/auth/oidc">
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
          <button className="button" type="submit">
            {t('demo.enter')}
          </button>
        </form>
      )}
      {!google && !oidc && !demo && <p className="notice bad">{t('none')}</p>}
    </div>
  );
}
