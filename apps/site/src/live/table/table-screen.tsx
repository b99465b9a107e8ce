'use client';

import type { TableRow } from '@trellis/facade';
import type { Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { faceOf, gameName } from '../../games';
import { ClubNotices } from '../parts/club-notices';
import { Joining } from './joining';
import { TableFree } from './table-free';
import { TableHead } from './table-head';
import { TableRoom } from './table-room';
import { useTable } from './use-table';
import styles from './table-screen.module.css';

interface Props {
  readonly tableId: string;
  /** What the hall knows of the table; private and unknown tables come without one. */
  readonly row?: TableRow;
}

/** A table in any of its states, for whoever looks at it. */
export function TableScreen({ tableId, row }: Props) {
  const table = useTable(tableId);
  const { view, gone } = table;
  const lang = useLocale() as Lang;
  const t = useTranslations('table');
  const game = view?.game ?? row?.game;
  const plays = game !== undefined && (view?.phase === 'playing' || view?.phase === 'finished');
  const number = view ? view.number : row?.number;
  const title =
    game === undefined
      ? t('table')
      : number === null || number === undefined
        ? t('privateTitle', { game: gameName(game, lang) })
        : t('title', { game: gameName(game, lang), number });

  return (
    <div className={styles.screen} data-wide={(plays && faceOf(game)?.drawsSeats) || undefined}>
      <TableHead title={title} game={game} view={view} />
      <ClubNotices />
      {gone ? (
        <TableFree no={gone} game={game} />
      ) : !view ? (
        <Joining row={row} />
      ) : view.phase === 'free' ? (
        <TableFree game={view.game} />
      ) : (
        <TableRoom table={table} view={view} />
      )}
    </div>
  );
}
