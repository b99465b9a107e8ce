'use client';

import type { TableView } from '@trellis/wire';
import { SeatClock } from './seat-clock';
import { SeatPresence } from './seat-presence';
import styles from './play.module.css';

interface Props {
  readonly view: TableView;
  readonly at: number;
  readonly seat: number;
}

/** Presence and clock of a seat, for a board that draws the rest of it. */
export function SeatAside({ view, at, seat }: Props) {
  const { present, clock } = view.seats[seat]!;
  const runs = view.phase === 'playing' && clock;
  if (present === undefined && !runs) return null;
  return (
    <span className={styles.aside}>
      <SeatPresence present={present} />
      {runs && <SeatClock clock={clock} at={at} />}
    </span>
  );
}
