'use client';

import type { Lang } from '@trellis/games/kit';
import type { SeatView, TableView } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { computerName, whichComputer } from '../../games';
import { usePlayerName } from '../../ui/use-player-name';

/** How people call each seat: its player, the computer's name, or that nobody sits there. */
export function useSeatNames(view: TableView): readonly string[] {
  const t = useTranslations('table');
  const lang = useLocale() as Lang;
  const called = usePlayerName();
  return view.seats.map((seat) => nameOf(seat));

  function nameOf({ kind, player, level, number = 0 }: SeatView): string {
    if (kind === 'computer') {
      return t('computer', {
        level: computerName(view.game, level ?? '', lang),
        which: whichComputer(number),
      });
    }
    return player ? called(player) : t('emptySeat');
  }
}
