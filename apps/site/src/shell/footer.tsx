import { getLocale, getTranslations } from 'next-intl/server';
import { languageNames, languages } from '../i18n/languages';
import { ThemeSwitch } from '../personal/theme-switch';
import styles from './footer.module.css';

export async function Footer() {
  const t = await getTranslations('site');
  const current = await getLocale();
  return (
    <footer className={styles.footer}>
      <div className={styles.bar}>
        <p className={styles.about}>
          {t('about')} <a href="/fairness">{t('fairness')}</a>
        </p>
        <a className={styles.link} href="/statistics">
          {t('statistics')}
        </a>
        <a className={styles.link} href="/records">
          {t('records')}
        </a>
        <a className={styles.link} href="/privacy">
          {t('privacy')}
        </a>
        <nav aria-label={t('language')}>
          <ul className={styles.languages}>
            {languages.map((language) => (
              <li key={language}>
                <a
                  href={`?lang=${language}&keep=1`}
                  hrefLang={language}
                  lang={language}
                  rel="nofollow"
                  aria-current={language === current ? 'true' : undefined}
                >
                  {languageNames[language]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
