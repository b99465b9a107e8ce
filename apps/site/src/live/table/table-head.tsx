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
        {game && <a href={`/halls/${game}`}>{t('toHall')}</a>}
      </p>
    </header>
  );
}
