'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { ConnectionDot } from '../parts/connection-dot';
import styles from './table-screen.module.css';

interface Props {
  readonly title: string;
  readonly game: string | undefined;
  readonly view: TableView | undefined;
}

export function TableHead({ title, game, view }: Props) {
  const t = useTranslations('table');
  const watches = view?.viewer === 'spectator' && view.phase === 'playing';
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.facts}>
        {watches && <span className={styles.badge}>{t('youWatch')}</span>}
        {view && <span className={styles.watchers}>{t('watchers', { count: view.watchers })}</span>}
        <ConnectionDot />
        {view && <ReportLink view={view} />}
        {game && <a href={`/halls/${game}`}>{t('toHall')}</a>}
      </p>
    </header>
  );
}

/** To a page of its own, so that the table stays open. Only where somebody else sits. */
function ReportLink({ view: { id, gameId, seats, viewer } }: { view: TableView }) {
  const t = useTranslations('table');
  const others = seats.flatMap((seat, at) => (seat.player && at !== viewer ? seat.player.id : []));
  if (others.length === 0) return null;
  const query = new URLSearchParams({ players: others.join(), table: id, game: gameId ?? '' });
  return (
    <a href={`/report?${query}`} target="_blank" rel="nofollow">
      {t('report')}
    </a>
  );
}
