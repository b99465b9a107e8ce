'use client';

import type { Lang } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, type FunctionComponent } from 'react';
import type { BoardProps } from '@trellis/games/kit';
import { faceOf } from '../../games';
import { play } from '../notices/tones';
import { SeatAside } from './seat-aside';
import { SeatPlate } from './seat-plate';
import { useSeatNames } from './seat-names';
import { seatsFrom } from './seat-order';
import { TurnLine } from './turn-line';
import type { useTable } from './use-table';
import styles from './play.module.css';

interface Props {
  readonly table: ReturnType<typeof useTable>;
  readonly view: TableView;
  /** The player plays from another device: this one only shows the game. */
  readonly mirrors?: boolean;
}

const nothing: readonly unknown[] = [];

/** The board between the others above and the reader below; some boards draw the seats themselves. */
export function Play({ table, view, mirrors = false }: Props) {
  const t = useTranslations('table');
  const lang = useLocale() as Lang;
  const names = useSeatNames(view);
  const { at, act, isActing } = table;
  const { game, viewer, phase, seats, board, legal, happened } = view;
  const order = seatsFrom(viewer, seats.length);
  const mine = order.at(-1)!;
  const face = faceOf(game);
  const Board = face?.Board as FunctionComponent<BoardProps> | undefined;
  const plates = !face?.drawsSeats;
  const done = useMemo(
    () => happened.filter(({ kind }) => kind === 'acted').map(({ action }) => action),
    [happened],
  );

  const place = useRef<HTMLDivElement>(null);
  const isOver = phase === 'finished';
  // A phone shows the whole of such a board only when nothing stands above it; when it is over, how it ended does.
  useEffect(() => {
    if (!plates && !isOver && window.matchMedia('(max-width: 599px)').matches)
      place.current?.scrollIntoView({ block: 'start' });
  }, [plates, isOver]);

  return (
    <div className={styles.play} ref={place} data-whole={!plates || undefined} data-seq={view.seq}>
      {plates && (
        <div className={styles.others} data-count={order.length - 1}>
          {order.slice(0, -1).map((seat) => (
            <SeatPlate key={seat} view={view} at={at} seat={seat} name={names[seat]!} />
          ))}
        </div>
      )}
      <div className={styles.felt}>
        {Board && board !== undefined ? (
          <Board
            view={board}
            past={table.past}
            legal={isActing || mirrors || legal === true ? nothing : legal}
            viewer={viewer}
            players={names.map((name, seat) => ({
              name,
              ...(!plates && { aside: <SeatAside view={view} at={at} seat={seat} /> }),
            }))}
            happened={done}
            onAct={act}
            busy={isActing || mirrors}
            lang={lang}
            finished={isOver}
            onSound={play}
          />
        ) : (
          <p>{t('noBoard')}</p>
        )}
      </div>
      {plates && <SeatPlate view={view} at={at} seat={mine} name={names[mine]!} />}
      {phase === 'playing' && <TurnLine view={view} names={names} isActing={isActing} />}
    </div>
  );
}
