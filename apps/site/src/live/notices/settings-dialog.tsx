'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import controls from '../parts/controls.module.css';
import { ModalDialog } from '../parts/modal-dialog';
import { hasRoutine } from '../table/has-routine';
import styles from './notice-settings.module.css';
import { automatic, sound, sounds, type SoundKind, type SwitchStore } from './switch-store';
import { useSwitch } from './use-switch';

/** What is heard at a table, and whether cards that are forced play themselves. */
export function SettingsDialog({ game, onClose }: { game: string; onClose: () => void }) {
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
