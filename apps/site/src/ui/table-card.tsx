import type { PublicSeat, TableRow } from '@trellis/facade';
import { computerNumbers } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { computerName, gameName, whichComputer } from '../games';
import { usePlayerName } from './use-player-name';
import styles from './table-card.module.css';

/** A table in play as the home page shows it: a felt with its people around. */
export function TableCard({ table }: { table: TableRow }) {
  const t = useTranslations('home');
  const language = useLocale();
  const house = useTranslations('game');
  const called = usePlayerName();
  const numbers = computerNumbers(table.seats.map((seat) => ('level' in seat ? seat.level : null)));
  const nameOf = (seat: PublicSeat, index: number): string => {
    if (seat.kind !== 'computer') return 'player' in seat ? called(seat.player) : '';
    const level = computerName(table.game, seat.level, language);
    return house('computer', { level, which: whichComputer(numbers[index]) });
  };
  return (
    <a className={styles.card} href={`/tables/${table.id}`}>
      <span className={styles.game}>{gameName(table.game, language)}</span>
      <span className={styles.number}>{t('tableNumber', { number: table.number })}</span>
      <span className={styles.seats}>
        {table.seats.map((seat, index) => (
          <span key={index} className={styles.seat}>
            <span className={styles.initial} aria-hidden="true">
              {[...nameOf(seat, index)][0] ?? '·'}
            </span>
            <span className={styles.name}>{nameOf(seat, index)}</span>
          </span>
        ))}
      </span>
      <span className={styles.watch}>{t('watch')}</span>
    </a>
  );
}
