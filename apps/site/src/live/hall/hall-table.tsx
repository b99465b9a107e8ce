'use client';

import type { PublicSeat, TableRow } from '@trellis/facade';
import type { Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { computerNames } from '../../games';
import { ConventionsSummary } from '../conventions/conventions-summary';
import styles from './hall-table.module.css';

/** A table that is in use, at a glance: its state, who sits, what is agreed, and the way to it. */
export function HallTable({ table }: { table: TableRow }) {
  const t = useTranslations('hall');
  const { number, phase, setBy, conventions, seats } = table;
  const computers = computerNames(
    table.game,
    seats.map((seat) => (seat.kind === 'computer' ? seat.level : undefined)),
    useLocale() as Lang,
  );
  const empty = seats.filter(({ kind }) => kind === 'empty').length;
  return (
    <article className={styles.card} data-phase={phase} aria-label={t('table', { number })}>
      <p className={styles.head}>
        <span className={styles.number}>{number}</span>
        <span className={styles.phase}>{t(`phase.${phase}`)}</span>
      </p>
      {phase === 'convention' ? (
        <p className={styles.line}>{t('beingSet', { name: setBy.name })}</p>
      ) : (
        <ul className={styles.seats}>
          {seats.map((seat, i) => (
            <li key={i} data-kind={seat.kind}>
              <SeatName seat={seat} computer={computers[i]} />
            </li>
          ))}
        </ul>
      )}
      {conventions && phase !== 'finished' && (
        <ConventionsSummary game={table.game} values={conventions} />
      )}
      <p className={styles.links}>
        <a className={`button plain ${styles.action}`} href={`/tables/${table.id}`}>
          {phase === 'gathering' && empty > 0 ? t('comeNear', { count: empty }) : t('look')}
          <span className="visually-hidden"> {t('table', { number })}</span>
        </a>
        {phase === 'finished' && table.gameId && (
          <a className={styles.record} href={`/games/${table.gameId}`}>
            {t('record')}
          </a>
        )}
      </p>
    </article>
  );
}

function SeatName({ seat, computer }: { seat: PublicSeat; computer: string | undefined }) {
  const t = useTranslations('hall');
  switch (seat.kind) {
    case 'empty':
      return t('emptySeat');
    case 'reserved':
      return t('reservedFor', { name: seat.player.name });
    case 'computer':
      return t('computer', { level: computer ?? seat.level });
    case 'player':
      return seat.player.name;
  }
}
