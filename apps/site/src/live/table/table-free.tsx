'use client';

import { useTranslations } from 'next-intl';
import type { No } from '../club-socket';
import { useRefusalWords } from '../refusal-words';

/** The table is free again, or was never there: what happened and the way back. */
export function TableFree({ no, game }: { no?: No; game: string | undefined }) {
  const t = useTranslations('table');
  const words = useRefusalWords();
  return (
    <div className="panel" role="status">
      <h2>{no ? t('goneTitle') : t('freeTitle')}</h2>
      <p>{no ? words(no) : t('freeText')}</p>
      <a className="button" href={game ? `/halls/${game}` : '/halls'}>
        {t('toHall')}
      </a>
    </div>
  );
}
