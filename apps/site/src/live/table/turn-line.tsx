'use client';

import type { TableView } from '@trellis/wire';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './play.module.css';

interface Props {
  readonly view: TableView;
  readonly names: readonly string[];
  readonly isActing: boolean;
}

/** Whose turn it is, in words; the live region speaks it, this line only shows it. */
export function TurnLine({ view, names, isActing }: Props) {
  const t = useTranslations('table');
  const format = useFormatter();
  const { viewer, toAct, seats } = view;
  const mine = viewer !== 'spectator' && toAct.includes(viewer);
  const awaited = format.list(
    toAct.map((seat) => names[seat] ?? ''),
    { type: 'conjunction' },
  );
  const hasNotCome = toAct.every(
    (seat) => seats[seat]?.kind === 'player' && seats[seat].clock?.startsIn !== undefined,
  );
  return (
    <p className={styles.turn} data-mine={mine}>
      {isActing
        ? t('sending')
        : mine
          ? t('yourTurn')
          : toAct.length === 0
            ? t('nobodysTurn')
            : t(hasNotCome ? 'awaited' : 'thinks', { names: awaited, count: toAct.length })}
    </p>
  );
}
