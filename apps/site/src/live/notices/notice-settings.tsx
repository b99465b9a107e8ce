'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import controls from '../parts/controls.module.css';
import { sound } from './switch-store';
import {
  askForNotifications,
  notificationPermission,
  watchPermission,
  type Permission,
} from './system-notification';

/** Sound on or off; notifications of the system, asked for only here. */
export function NoticeSettings({ seated }: { seated: boolean }) {
  const t = useTranslations('table');
  const on = useSyncExternalStore(sound.watch, sound.read, () => true);
  const permission = useSyncExternalStore(
    watchPermission,
    notificationPermission,
    (): Permission => 'unsupported',
  );
  return (
    <>
      <button
        type="button"
        className={controls.quiet}
        aria-pressed={on}
        onClick={() => sound.set(!on)}
      >
        {t(on ? 'soundOn' : 'soundOff')}
      </button>
      {seated && permission === 'default' && (
        <button type="button" className={controls.quiet} onClick={() => void askForNotifications()}>
          {t('notifyMe')}
        </button>
      )}
      {seated && permission === 'granted' && <span className="quiet small">{t('notified')}</span>}
    </>
  );
}
