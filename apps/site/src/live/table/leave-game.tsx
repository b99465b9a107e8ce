'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Agreed } from '../conventions/use-agreed';
import controls from '../parts/controls.module.css';
import { ModalDialog } from '../parts/modal-dialog';
import type { TableRequests } from './use-table';

interface Props {
  readonly view: TableView;
  readonly agreed: Agreed | undefined;
  readonly requests: TableRequests;
  readonly busy: boolean;
}

/** Leaving closes the game for everybody, so it is asked twice and the price is named. */
export function LeaveGame({ view, agreed, requests, busy }: Props) {
  const t = useTranslations('table');
  const [asking, setAsking] = useState(false);
  const conventions = agreed?.values;
  const people = view.seats.filter(({ kind }) => kind === 'player');
  const rated =
    conventions?.['rated'] === true &&
    people.length > 1 &&
    (people.length === view.seats.length || conventions['ratedWithHouse'] === true);
  // A computer plays on as long as somebody is there to play with it.
  const relieved =
    conventions?.['absent'] === 'computer' && people.filter((seat) => !seat.relieved).length > 1;
  return (
    <>
      <button type="button" className={controls.quiet} onClick={() => setAsking(true)}>
        {t('leaveGame')}
      </button>
      {asking && (
        <ModalDialog title={t('leaveTitle')} onClose={() => setAsking(false)}>
          <p>{t(relieved ? 'leaveToComputer' : rated ? 'leaveRated' : 'leaveUnrated')}</p>
          <p className={controls.row}>
            <button type="button" className="button" autoFocus onClick={() => setAsking(false)}>
              {t('stay')}
            </button>
            <button
              type="button"
              className={controls.danger}
              disabled={busy}
              onClick={() => void requests.leave().then(() => setAsking(false))}
            >
              {t(relieved ? 'leaveToComputerConfirm' : 'leaveConfirm')}
            </button>
          </p>
        </ModalDialog>
      )}
    </>
  );
}
