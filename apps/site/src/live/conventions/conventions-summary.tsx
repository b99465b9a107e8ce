'use client';

import type { Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { differing, explained } from './chosen-conventions';
import type { Agreed } from './use-agreed';
import { pace, valueWords } from './value-words';
import styles from './conventions-list.module.css';

/** What is agreed, in a line or two: the preset, the pace, what differs. */
export function ConventionsSummary({ schema, values }: Agreed) {
  const t = useTranslations('conventions');
  const lang = useLocale() as Lang;
  const chosen = explained(schema, values);
  const preset = schema.presets.find(({ id }) => id === chosen.preset);
  const yesNo = { yes: t('yes'), no: t('no') };
  const different = differing(schema, chosen).filter(({ id }) => !isPace(id));
  return (
    <p className={styles.summary}>
      {preset?.label[lang]} · <span title={t('pace')}>⏱ {pace(values)}</span>
      {different.slice(0, 3).map((field) => (
        <span key={field.id} className={styles.difference}>
          {field.label[lang]}: {valueWords(field, values[field.id], lang, yesNo)}
        </span>
      ))}
      {different.length > 3 && (
        <span className={styles.difference}>{t('more', { count: different.length - 3 })}</span>
      )}
    </p>
  );
}

/** Said by the pace already. */
function isPace(id: string): boolean {
  return id === 'moveTimeSec' || id === 'timeBankSec';
}
