'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import {
  askForNotifications,
  notificationPermission,
  watchPermission,
  type Permission,
} from '../live/notices/system-notification';
import styles from './notice-settings.module.css';

/** Whether this browser shows notices of the system; it is asked by a press of the button alone. */
export function SystemPermission() {
  const t = useTranslations('notices');
  const permission = useSyncExternalStore(
    watchPermission,
    notificationPermission,
    (): Permission => 'unsupported',
  );
  return (
    <div className={styles.row}>
      <p>{t(`permission.${permission}`)}</p>
      {permission === 'default' && (
        <button type="button" className="button plain" onClick={() => void askForNotifications()}>
          {t('allow')}
        </button>
      )}
    </div>
  );
}
