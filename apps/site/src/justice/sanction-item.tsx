'use client';

import type { Sanction } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { When } from '../ui/when';
import styles from './justice.module.css';

/** The club's own rule writes a code, which every reader reads in his language. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('justice');
  return (reason) => (reason === 'left-games' ? t('leftGames') : reason);
}

/** What somebody may not do, why and until when, with his appeal and its answer. */
export function SanctionItem({ sanction, children }: { sanction: Sanction; children?: ReactNode }) {
  const t = useTranslations('justice');
  const reasonWords = useReasonWords();
  const [now] = useState(() => Date.now());
  const { kind, reason, until, liftedAt, origin, by, gameId, appeal } = sanction;
  return (
    <li>
      <p className={styles.head}>
        <strong>{t(`kind.${kind}`)}</strong>{' '}
        {liftedAt !== null ? (
          <span>
            {t('lifted')} <When at={liftedAt} />
          </span>
        ) : (
          <span>
            {t(until > now ? 'until' : 'over')} <When at={until} />
          </span>
        )}
      </p>
      <p className={styles.words}>{reasonWords(reason)}</p>
      <p className="quiet small">
        {origin === 'arbiter' && by && t('by', { name: by.name })}
        {origin === 'operator' && t('byOperator')}
        {origin === 'club' && t('byClub')} · <When at={sanction.at} />
        {gameId !== null && (
          <>
            {' '}
            · <a href={`/games/${gameId}`}>{t('record')}</a>
          </>
        )}
      </p>
      {appeal && (
        <blockquote className={styles.quote}>
          <p className="quiet small">
            {t('yourAppeal')} · <When at={appeal.at} />
          </p>
          <p className={styles.words}>{appeal.text}</p>
          {appeal.answer ? (
            <>
              <p className={styles.head}>
                <strong>{t(appeal.answer.lifted ? 'appealLifted' : 'appealKept')}</strong>{' '}
                <When at={appeal.answer.at} />
              </p>
              <p className={styles.words}>{appeal.answer.text}</p>
            </>
          ) : (
            <p className="quiet small">{t('appealOpen')}</p>
          )}
        </blockquote>
      )}
      {children}
    </li>
  );
}
