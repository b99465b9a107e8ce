import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageMetadata } from '../../metadata';
import styles from './privacy.module.css';

const kept = [
  'account',
  'games',
  'forum',
  'talk',
  'letters',
  'own',
  'notices',
  'justice',
  'ban',
] as const;
const inBrowser = ['session', 'attempt', 'visitor', 'language', 'storage'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy');
  return pageMetadata('/privacy', await getLocale(), { title: t('title'), description: t('lead') });
}

/** What the club keeps of people: a promise. Whoever changes what is kept changes what stands here. */
export default async function PrivacyPage() {
  const t = await getTranslations('privacy');
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className={styles.parts}>
        <section className="panel" aria-labelledby="short">
          <h2 id="short">{t('short.title')}</h2>
          <ul className={styles.text}>
            {(['little', 'nobody', 'yours'] as const).map((each) => (
              <li key={each}>{t(`short.${each}`)}</li>
            ))}
          </ul>
        </section>
        <section className="panel" aria-labelledby="kept">
          <h2 id="kept">{t('kept.title')}</h2>
          <table className={styles.kept}>
            <thead>
              <tr>
                {(['what', 'why', 'long'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`kept.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kept.map((each) => (
                <tr key={each}>
                  <th scope="row">{t(`kept.${each}.what`)}</th>
                  <td data-label={t('kept.why')}>{t(`kept.${each}.why`)}</td>
                  <td data-label={t('kept.long')}>{t(`kept.${each}.long`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="panel" aria-labelledby="addresses">
          <h2 id="addresses">{t('addresses.title')}</h2>
          <div className={styles.text}>
            {(['memory', 'nowhere', 'proxy'] as const).map((each) => (
              <p key={each}>{t(`addresses.${each}`)}</p>
            ))}
          </div>
        </section>
        <section className="panel" aria-labelledby="browser">
          <h2 id="browser">{t('browser.title')}</h2>
          <div className={styles.text}>
            <p>{t('browser.lead')}</p>
            <ul>
              {inBrowser.map((each) => (
                <li key={each}>{t(`browser.${each}`)}</li>
              ))}
            </ul>
          </div>
        </section>
        <section className="panel" aria-labelledby="rights">
          <h2 id="rights">{t('rights.title')}</h2>
          <div className={styles.text}>
            {(['export', 'delete', 'goes', 'stays', 'backups'] as const).map((each) => (
              <p key={each}>{t(`rights.${each}`)}</p>
            ))}
            <p>
              <a className="button" href="/settings#your-data">
                {t('rights.toSettings')}
              </a>
            </p>
          </div>
        </section>
      </div>
    </div>
  );
}
