'use client';

import { faceOf } from '@trellis/games/catalog/faces';
import type { Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { computerName } from '../../games';
import styles from './gathering.module.css';

interface Props {
  readonly game: string;
  readonly disabled: boolean;
  readonly onAdd: (level: string) => void;
}

/** Gives an empty seat to one of the house's players. */
export function AddComputer({ game, disabled, onAdd }: Props) {
  const t = useTranslations('table');
  const lang = useLocale() as Lang;
  const id = useId();
  const levels = Object.keys(faceOf(game)?.computers ?? {});
  const [level, setLevel] = useState(levels[0]);
  if (level === undefined) return null;
  return (
    <div className={styles.computer}>
      <label htmlFor={id} className="visually-hidden">
        {t('computerLevel')}
      </label>
      <select
        id={id}
        className={`input ${styles.level}`}
        value={level}
        onChange={(event) => setLevel(event.target.value)}
      >
        {levels.map((each) => (
          <option key={each} value={each}>
            {computerName(game, each, lang)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={styles.clear}
        disabled={disabled}
        onClick={() => onAdd(level)}
      >
        {t('addComputer')}
      </button>
    </div>
  );
}
