'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useMe } from '../../personal/use-me';
import { MemberAction } from '../parts/member-action';
import { AddComputer } from './add-computer';
import { useSeatNames } from './seat-names';
import type { TableRequests } from './use-table';
import styles from './gathering.module.css';

interface Props {
  readonly view: TableView;
  readonly seat: number;
  readonly requests: TableRequests;
  readonly busy: boolean;
}

/** A seat before the game: who holds it and what the reader can do about it. */
export function GatheringSeat({ view, seat, requests, busy }: Props) {
  const t = useTranslations('table');
  const names = useSeatNames(view);
  const me = useMe();
  const { kind, player, rating, provisional } = view.seats[seat]!;
  const seated = view.viewer !== 'spectator';
  const mine = view.viewer === seat;
  const keptForMe = kind === 'reserved' && player?.id === me?.player?.id;

  return (
    <li className={styles.seat} data-kind={kind} data-mine={mine}>
      <div className={styles.who}>
        <strong>
          {kind === 'reserved' ? t('reservedFor', { name: names[seat]! }) : names[seat]}
        </strong>
        {mine && <span className={styles.small}>{t('you')}</span>}
        {rating !== undefined && (
          <span className={styles.small}>
            {t(provisional ? 'provisional' : 'rating', { rating })}
          </span>
        )}
      </div>
      {(kind === 'empty' || keptForMe) && !seated && (
        <MemberAction
          className="button"
          returnTo={`/tables/${view.id}`}
          disabled={busy}
          onAct={() => void requests.sit(seat)}
        >
          {keptForMe ? t('takeSeat') : t('sit')}
        </MemberAction>
      )}
      {kind === 'empty' && seated && (
        <AddComputer
          game={view.game}
          disabled={busy}
          onAdd={(level) => void requests.seatComputer(seat, level)}
        />
      )}
      {(kind === 'computer' || kind === 'reserved') && seated && (
        <button
          type="button"
          className={styles.clear}
          disabled={busy}
          onClick={() => void requests.clearSeat(seat)}
        >
          {t('clearSeat')}
        </button>
      )}
    </li>
  );
}
