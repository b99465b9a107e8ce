'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import controls from '../parts/controls.module.css';
import { useSeatNames } from './seat-names';
import type { TableRequests } from './use-table';

interface Props {
  readonly view: TableView;
  readonly requests: TableRequests;
  readonly busy: boolean;
}

/** For whom a computer plays, and the way back for whoever it is. */
export function PlayedFor({ view, requests, busy }: Props) {
  const t = useTranslations('table');
  const names = useSeatNames(view);
  return (
    <div role="status">
      {view.seats.map(
        ({ relieved }, seat) =>
          relieved && (
            <p key={seat} className={`${controls.note} ${controls.row}`}>
              <span className={controls.grows}>
                {seat === view.viewer
                  ? t('computerPlaysForYou')
                  : t('computerPlays', { name: names[seat] ?? '' })}
              </span>
              {seat === view.viewer && (
                <button
                  type="button"
                  className="button"
                  disabled={busy}
                  onClick={() => void requests.comeBack()}
                >
                  {t('playOnMyself')}
                </button>
              )}
            </p>
          ),
      )}
    </div>
  );
}
