'use client';

import type { Words } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { faceOf } from '../../games';
import type { Language } from '../../i18n/languages';
import styles from './house.module.css';

/** For who has just come and never played this game: a few sentences, and the way to the rules. */
export function FirstSteps({ game }: { game: string }) {
  const t = useTranslations('house');
  const language = useLocale() as Language;
  const face = faceOf(game);
  const [steps, setSteps] = useState<Words>();
  useEffect(() => {
    let here = true;
    // Nobody misses them who cannot load them.
    face?.firstSteps().then(
      (words) => here && setSteps(words),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [face]);
  if (!face || !steps) return null;
  return (
    <details className={`panel ${styles.first}`}>
      <summary>{t('firstTime', { game: face.name[language] })}</summary>
      <p>{steps[language]}</p>
      <a href={`/rules/${game}`} target="_blank" rel="noreferrer">
        {t('rules')}
      </a>
    </details>
  );
}
