'use client';

import type { Lang } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { computerNames } from '../../games';

/** How people call each seat: its player, the computer's name, or that nobody sits there. */
export function useSeatNames({ game, seats }: TableView): readonly string[] {
  const t = useTranslations('table');
  const lang = useLocale() as Lang;
  return useMemo(() => {
    const computers = computerNames(
      game,
      seats.map(({ kind, level }) => (kind === 'computer' ? (level ?? '') : undefined)),
      lang,
    );
    return seats.map(({ player }, seat) => {
      const level = computers[seat];
      if (level !== undefined) return t('computer', { level });
      return player?.name ?? t('emptySeat');
    });
  }, [game, seats, lang, t]);
}
