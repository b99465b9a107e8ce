'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import controls from '../parts/controls.module.css';
import type { SettingsDialog } from './settings-dialog';
import { sound } from './switch-store';
import {
  askForNotifications,
  notificationPermission,
  watchPermission,
  type Permission,
} from './system-notification';
import { useSwitch } from './use-switch';

/** Sound on or off, everything else in a dialog; notifications of the system, asked for only here. */
export function NoticeSettings({ game, seated }: { game: string; seated: boolean }) {
  const t = useTranslations('table');
  const [Dialog, setDialog] = useState<typeof SettingsDialog>();
  const on = useSwitch(sound);
  const permission = useSyncExternalStore(
    watchPermission,
    notificationPermission,
    (): Permission => 'unsupported',
  );
  // Few open them. Without a connection nothing opens, and the dot at the table says why.
  const open = () =>
    void import('./settings-dialog').then(
      ({ SettingsDialog }) => setDialog(() => SettingsDialog),
      () => undefined,
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
      <button type="button" className={controls.quiet} onClick={open}>
        {t('settings.open')}
      </button>
      {seated && permission === 'default' && (
        <button type="button" className={controls.quiet} onClick={() => void askForNotifications()}>
          {t('notifyMe')}
        </button>
      )}
      {seated && permission === 'granted' && <span className="quiet small">{t('notified')}</span>}
      {Dialog && <Dialog game={game} onClose={() => setDialog(undefined)} />}
    </>
  );
}
