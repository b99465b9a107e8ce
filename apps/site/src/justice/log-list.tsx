'use client';

import type { AuditEntry } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { useReasonWords } from './sanction-item';
import styles from './justice.module.css';

/** Entries of the audit log, newest first. */
export function LogList({ log }: { log: readonly AuditEntry[] }) {
  const t = useTranslations('justice');
  const reasonWords = useReasonWords();
  return (
    <ul className={styles.rows}>
      {log.map(({ seq, at, origin, by, act, player, gameId, sanction, reason }) => (
        <li key={seq}>
          <p className={styles.head}>
            <strong>{t(`act.${act}`)}</strong> {player && <PlayerLink player={player} />}
            {sanction && (
              <span>
                {t(`kind.${sanction.kind}`)}, {t('until')} <When at={sanction.until} />
              </span>
            )}
            {gameId !== null && <a href={`/games/${gameId}`}>{t('record')}</a>}
          </p>
          <p className={styles.words}>{reasonWords(reason)}</p>
          <p className="quiet small">
            {origin === 'arbiter' && by && t('by', { name: by.name })}
            {origin === 'operator' && t('byOperator')}
            {origin === 'club' && t('byClub')} · <When at={at} />
          </p>
        </li>
      ))}
    </ul>
  );
}
