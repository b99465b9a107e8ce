'use client';

import type { Happened } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** One thing that happened at the table, in a sentence; empty for what the board speaks itself. */
export function useHappenedWords(names: readonly string[]): (happened: Happened) => string {
  const t = useTranslations('table.happened');
  return useCallback(
    ({ kind, seat, reason, ms }: Happened) => {
      const name = seat === undefined ? '' : (names[seat] ?? '');
      switch (kind) {
        case 'sat':
          return t('sat', { name });
        case 'stood':
          return t('stood');
        case 'started':
          return t('started');
        case 'reopened':
          return t('reopened');
        case 'credited':
          return ms ? t('credited', { seconds: Math.ceil(ms / 1000) }) : '';
        case 'relieved':
          return t(`relieved.${reason ?? 'left'}`, { name });
        case 'returned':
          return t('returned', { name });
        case 'proven':
          return t('proven');
        case 'forfeited':
          return t(reason === 'left' ? 'left' : 'outOfTime', { name });
        default:
          return '';
      }
    },
    [t, names],
  );
}
