'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { usePlayerName } from '../../ui/use-player-name';
import { minutesAndSeconds } from '../countdown';
import { useSecondsUntil } from '../use-countdown';

/** What everybody else sees while the conventions are being chosen. */
export function BeingSet({ view, at }: { view: TableView; at: number }) {
  const t = useTranslations('table');
  const called = usePlayerName();
  const seconds = useSecondsUntil(at + (view.choosing ?? 0));
  return (
    <div className="panel">
      <h2>{t('beingSetTitle')}</h2>
      <p className="numbers">
        {t('beingSet', {
          name: view.setBy ? called(view.setBy) : '',
          left: minutesAndSeconds((seconds ?? 0) * 1000),
        })}
      </p>
      <p className="quiet">{t('beingSetHint')}</p>
    </div>
  );
}
