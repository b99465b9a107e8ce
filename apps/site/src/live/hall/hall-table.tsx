'use client';

import type { PublicSeat, TableRow } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { computerNumbers, type Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { computerName, whichComputer } from '../../games';
import { usePlayerName } from '../../ui/use-player-name';
import { ConventionsSummary } from '../conventions/conventions-summary';
import styles from './hall-table.module.css';

/** A table that is in use, at a glance: its state, who sits, what is agreed, and the way to it. */
export function HallTable({ table }: { table: TableRow }) {
  const t = useTranslations('hall');
  const called = usePlayerName();
  const { number, phase, setBy, conventions, seats } = table;
  const numbers = computerNumbers(seats.map((seat) => ('level' in seat ? seat.level : null)));
  const schema = gameNamed(table.game)?.conventions;
  const empty = seats.filter(({ kind }) => kind === 'empty').length;
  return (
    <article className={styles.card} data-phase={phase} aria-label={t('table', { number })}>
      <p className={styles.head}>
        <span className={styles.number}>{number}</span>
        <span className={styles.phase}>{t(`phase.${phase}`)}</span>
      </p>
      {phase === 'convention' ? (
        <p className={styles.line}>{t('beingSet', { name: called(setBy) })}</p>
      ) : (
        <ul className={styles.seats}>
          {seats.map((seat, i) => (
            <li key={i} data-kind={seat.kind}>
              <SeatName game={table.game} seat={seat} number={numbers[i]!} />
            </li>
          ))}
        </ul>
      )}
      {schema && conventions && phase !== 'finished' && (
        <ConventionsSummary schema={schema} values={conventions} />
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

function SeatName({ game, seat, number }: { game: string; seat: PublicSeat; number: number }) {
  const t = useTranslations('hall');
  const lang = useLocale() as Lang;
  const called = usePlayerName();
  switch (seat.kind) {
    case 'empty':
      return t('emptySeat');
    case 'reserved':
      return t('reservedFor', { name: called(seat.player) });
    case 'computer':
      return t('computer', {
        level: computerName(game, seat.level, lang),
        which: whichComputer(number),
      });
    case 'player':
      return called(seat.player);
  }
}
