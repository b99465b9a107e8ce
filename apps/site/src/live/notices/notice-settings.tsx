'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import controls from '../parts/controls.module.css';
import { ModalDialog } from '../parts/modal-dialog';
import { hasRoutine } from '../table/has-routine';
import styles from './notice-settings.module.css';
import { automatic, sound, sounds, type SoundKind, type SwitchStore } from './switch-store';
import {
  askForNotifications,
  notificationPermission,
  watchPermission,
  type Permission,
} from './system-notification';

/** Sound on or off, everything else in a dialog; notifications of the system, asked for only here. */
export function NoticeSettings({ game, seated }: { game: string; seated: boolean }) {
  const t = useTranslations('table');
  const [opened, setOpened] = useState(false);
  const on = useSwitch(sound);
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
      <button type="button" className={controls.quiet} onClick={() => setOpened(true)}>
        {t('settings.open')}
      </button>
      {seated && permission === 'default' && (
        <button type="button" className={controls.quiet} onClick={() => void askForNotifications()}>
          {t('notifyMe')}
        </button>
      )}
      {seated && permission === 'granted' && <span className="quiet small">{t('notified')}</span>}
      {opened && <Settings game={game} onClose={() => setOpened(false)} />}
    </>
  );
}

function Settings({ game, onClose }: { game: string; onClose: () => void }) {
  const t = useTranslations('table.settings');
  const routine = useRoutine(game);
  const kinds = (Object.keys(sounds) as SoundKind[]).filter(
    (kind) => !ofCards.includes(kind) || routine,
  );
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <fieldset className={styles.group}>
        <legend>{t('sounds')}</legend>
        <Switch store={sound} label={t('all')} />
        {kinds.map((kind) => (
          <Switch key={kind} store={sounds[kind]} needs={sound} label={t(`sound.${kind}`)} />
        ))}
      </fieldset>
      {routine && (
        <fieldset className={styles.group}>
          <legend>{t('help')}</legend>
          <Switch store={automatic} label={t('automatic')} hint={t('automaticHint')} />
        </fieldset>
      )}
      <p className={controls.row}>
        <button type="button" className="button" autoFocus onClick={onClose}>
          {t('done')}
        </button>
      </p>
    </ModalDialog>
  );
}

function useRoutine(game: string): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    let wanted = true;
    void hasRoutine(game).then((has) => wanted && setKnown(has));
    return () => {
      wanted = false;
    };
  }, [game]);
  return known;
}

/** What is heard only where there are cards. */
const ofCards: readonly SoundKind[] = ['deal', 'card', 'trick'];

interface SwitchProps {
  readonly store: SwitchStore;
  readonly label: string;
  readonly hint?: string;
  /** While that one is off this one says nothing. */
  readonly needs?: Pick<SwitchStore, 'watch' | 'read'>;
}

function Switch({ store, label, hint, needs = always }: SwitchProps) {
  const on = useSwitch(store);
  const enabled = useSwitch(needs);
  const id = useId();
  return (
    <label className={styles.switch}>
      <span>
        {label}
        {hint && (
          <small id={id} className={styles.hint}>
            {hint}
          </small>
        )}
      </span>
      <input
        type="checkbox"
        checked={on}
        disabled={!enabled}
        aria-describedby={hint && id}
        onChange={(event) => store.set(event.target.checked)}
      />
    </label>
  );
}

const always = { read: () => true, watch: () => () => undefined };

function useSwitch({ watch, read }: Pick<SwitchStore, 'watch' | 'read'>): boolean {
  return useSyncExternalStore(watch, read, () => true);
}
