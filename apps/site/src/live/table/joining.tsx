'use client';

import type { TableRow } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { usePlayerName } from '../../ui/use-player-name';
import styles from './table-screen.module.css';

/** Until the first view is here: what the hall knows. */
export function Joining({ row }: { row: TableRow | undefined }) {
  const t = useTranslations('table');
  const called = usePlayerName();
  const names = (row?.seats ?? []).flatMap((seat) =>
    seat.kind === 'player' ? [called(seat.player)] : [],
  );
  return (
    <div className={styles.joining}>
      <div className="panel" aria-busy>
        <p>{t('joining')}</p>
        {names.length > 0 && <p>{t('whoSits', { names: names.join(', ') })}</p>}
        <noscript>{t('needsScript')}</noscript>
      </div>
    </div>
  );
}
