import type { PublicSeat, TableRow } from '@trellis/facade';
import { useLocale, useTranslations } from 'next-intl';
import { computerName, gameName } from '../games';
import styles from './table-card.module.css';

/** A table in play as the home page shows it: a felt with its people around. */
export function TableCard({ table }: { table: TableRow }) {
  const t = useTranslations('home');
  const language = useLocale();
  return (
    <a className={styles.card} href={`/tables/${table.id}`}>
      <span className={styles.game}>{gameName(table.game, language)}</span>
      <span className={styles.number}>{t('tableNumber', { number: table.number })}</span>
      <span className={styles.seats}>
        {table.seats.map((seat, index) => (
          <span key={index} className={styles.seat}>
            <span className={styles.initial} aria-hidden="true">
              {[...nameIn(seat, table.game, language)][0] ?? '·'}
            </span>
            <span className={styles.name}>{nameIn(seat, table.game, language)}</span>
          </span>
        ))}
      </span>
      <span className={styles.watch}>{t('watch')}</span>
    </a>
  );
}

function nameIn(seat: PublicSeat, game: string, language: 'en' | 'ru' | 'es'): string {
  if (seat.kind === 'computer') return computerName(game, seat.level, language);
  return 'player' in seat ? seat.player.name : '';
}
