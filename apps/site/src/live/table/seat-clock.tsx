'use client';

import type { ClockView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { clockAfter, minutesAndSeconds } from '../countdown';
import { useSecondsUntil } from '../use-countdown';
import styles from './play.module.css';

const lowMs = 15_000;

/** A seat's clock, running down from what the server said `at` a moment. */
export function SeatClock({ clock, at }: { clock: ClockView; at: number }) {
  const t = useTranslations('table');
  const inAll = clock.move + clock.bank;
  const seconds = useSecondsUntil(clock.running ? at + (clock.startsIn ?? 0) + inAll : undefined);
  const elapsed = seconds === undefined ? 0 : inAll - seconds * 1000;
  const { move, bank, onBank } = clockAfter(clock, elapsed);
  const low = clock.running && move + bank < lowMs;
  return (
    <span className={styles.clock} role="timer" data-running={clock.running} data-low={low}>
      <span title={t('moveTime')}>{minutesAndSeconds(move)}</span>
      {clock.bank > 0 && (
        <span className={styles.bank} data-running={onBank} title={t('bank')}>
          +{minutesAndSeconds(bank)}
        </span>
      )}
    </span>
  );
}
