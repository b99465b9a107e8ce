import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { languageNames, languages } from '../../i18n/languages';
import { NoticeSettings } from '../../notices/notice-settings';
import { AccountSettings } from '../../personal/account-settings';
import { SoundSwitch } from '../../personal/sound-switch';
import { ThemeSwitch } from '../../personal/theme-switch';
import { TokenSettings } from '../../personal/token-settings';
import { YourData } from '../../personal/your-data';
import styles from './settings.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title'), robots: { index: false } };
}

export default async function SettingsPage() {
  const t = await getTranslations('settings');
  const current = await getLocale();
  return (
    <ClientMessages of={['personal', 'settings', 'notices', 'tokens', 'yourData', 'refusals']}>
      <div className="page narrow">
        <h1>{t('title')}</h1>
        <section className="panel" aria-labelledby="here">
          <h2 id="here">{t('here')}</h2>
          <div className={styles.row}>
            <h3>{t('language')}</h3>
            <ul className={styles.languages}>
              {languages.map((language) => (
                <li key={language}>
                  <a
                    className="button plain"
                    href={`?lang=${language}&keep=1`}
                    lang={language}
                    aria-current={language === current ? 'true' : undefined}
                  >
                    {languageNames[language]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
          <div className={styles.row}>
            <h3>{t('theme')}</h3>
            <ThemeSwitch />
          </div>
          <div className={styles.row}>
            <SoundSwitch />
          </div>
        </section>
        <AccountSettings />
        <NoticeSettings />
        <TokenSettings />
        <YourData />
      </div>
    </ClientMessages>
  );
}
