'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { sound } from '../live/notices/switch-store';
import styles from './account-settings.module.css';

export function SoundSwitch() {
  const t = useTranslations('settings');
  const on = useSyncExternalStore(sound.watch, sound.read, () => true);
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={on} onChange={(event) => sound.set(event.target.checked)} />
      {t('sound')}
    </label>
  );
}
