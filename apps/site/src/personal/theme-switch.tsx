'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import styles from './theme-switch.module.css';
import { chooseTheme, chosenTheme, onThemeChange, themes } from './theme';

export function ThemeSwitch() {
  const t = useTranslations('personal');
  const chosen = useSyncExternalStore(onThemeChange, chosenTheme, () => 'system' as const);
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{t('theme.label')}</legend>
      {themes.map((theme) => (
        <button
          key={theme}
          type="button"
          aria-pressed={theme === chosen}
          onClick={() => chooseTheme(theme)}
        >
          {t(`theme.${theme}`)}
        </button>
      ))}
    </fieldset>
  );
}
