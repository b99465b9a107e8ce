import type { TableRow } from '@trellis/facade';
import { useLocale, useTranslations } from 'next-intl';
import { computerNames, gameName } from '../games';
import styles from './table-card.module.css';

/** A table in play as the home page shows it: a felt with its people around. */
export function TableCard({ table }: { table: TableRow }) {
  const t = useTranslations('home');
  const language = useLocale();
  const computers = computerNames(
    table.game,
    table.seats.map((seat) => (seat.kind === 'computer' ? seat.level : undefined)),
    language,
  );
  const names = table.seats.map(
    (seat, index) => computers[index] ?? ('player' in seat ? seat.player.name : ''),
  );
  return (
    <a className={styles.card} href={`/tables/${table.id}`}>
      <span className={styles.game}>{gameName(table.game, language)}</span>
      <span className={styles.number}>{t('tableNumber', { number: table.number })}</span>
      <span className={styles.seats}>
        {names.map((_, index) => (
          <span key={index} className={styles.seat}>
            <span className={styles.initial} aria-hidden="true">
              {[...(names[index] ?? '')][0] ?? '·'}
            </span>
            <span className={styles.name}>{names[index]}</span>
          </span>
        ))}
      </span>
      <span className={styles.watch}>{t('watch')}</span>
    </a>
  );
}
