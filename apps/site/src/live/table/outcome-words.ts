'use client';

import type { Result } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { useFormatter, useTranslations } from 'next-intl';
import { outcomeKey, winnersOf } from './outcome-key';
import { useSeatNames } from './seat-names';

/** The result as the reader would tell it, and what ended the game when it was not played out. */
export function useOutcomeWords(view: TableView): { headline: string; reason: string | undefined } {
  const t = useTranslations('table.outcome');
  const format = useFormatter();
  const names = useSeatNames(view);
  const { result, viewer } = view;
  if (!result) return { headline: t('over'), reason: undefined };

  const key = outcomeKey(result, viewer);
  const winners = winnersOf(result).map((seat) => names[seat] ?? '');
  const headline = t(key, {
    names: format.list(winners, { type: 'conjunction' }),
    count: winners.length,
    place: viewer === 'spectator' ? 1 : (result.places[viewer] ?? 1),
  });
  return { headline, reason: reasonWords(result) };

  function reasonWords({ reason, offender, fine }: Result): string | undefined {
    if (reason === 'agreed') return t('agreed');
    if (reason === 'played' || offender === undefined) return undefined;
    const mine = offender === viewer;
    const what = mine
      ? t(reason === 'time' ? 'yourTime' : 'youLeft')
      : t(reason === 'time' ? 'outOfTime' : 'left', { name: names[offender] ?? '' });
    return fine > 0 ? `${what} ${t('fine', { fine })}` : what;
  }
}
