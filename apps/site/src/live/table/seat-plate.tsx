'use client';

import { isOfVisitors } from '@trellis/facade';
import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { SeatClock } from './seat-clock';
import { SeatPresence } from './seat-presence';
import styles from './play.module.css';

interface Props {
  readonly view: TableView;
  readonly at: number;
  readonly seat: number;
  readonly name: string;
}

/** Who sits here: name, rating, presence, clock, and whether it is his turn. */
export function SeatPlate({ view, at, seat, name }: Props) {
  const t = useTranslations('table');
  const { player, present, rating, provisional, clock } = view.seats[seat]!;
  const isTurn = view.phase === 'playing' && view.toAct.includes(seat);
  return (
    <div className={styles.plate} data-turn={isTurn} data-mine={view.viewer === seat}>
      <SeatPresence present={present} />
      <span className={styles.name}>
        {player && !isOfVisitors(player.id) ? (
          <a href={`/players/${player.id}`} target="_blank" rel="noopener">
            {name}
          </a>
        ) : (
          name
        )}
        {view.viewer === seat && <span className={styles.small}> · {t('you')}</span>}
      </span>
      {rating !== undefined && view.phase === 'playing' && (
        <span
          className={styles.small}
          title={t(provisional ? 'provisional' : 'rating', { rating })}
        >
          {rating}
          {provisional && '?'}
        </span>
      )}
      {isTurn && <span className={styles.marker}>{t('turn')}</span>}
      {view.phase === 'playing' && clock && <SeatClock clock={clock} at={at} />}
    </div>
  );
}
