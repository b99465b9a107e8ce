'use client';

import type { Answers, TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { seenDeal } from '../../fairness/seen-deals';
import { faceOf } from '../../games';
import { clubSocket } from '../use-club-socket';
import styles from './fair-deal.module.css';

type Told = Answers['table:fairness'];

/** What the shuffles of this game are drawn from, as far as it may be known while it is played. */
export function FairDeal({ view }: { view: TableView }) {
  const t = useTranslations('fairDeal');
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<Told>();
  const { id: tableId, gameId, phase, viewer, commitment } = view;
  // Asked when somebody wants to know, and again when the first deck has been drawn.
  const awaited = commitment !== undefined;
  useEffect(() => {
    if (!open || phase !== 'playing') return;
    let wanted = true;
    void clubSocket()
      .ask('table:fairness', { tableId })
      .then((answer) => {
        if (wanted && answer.ok) setTold(answer);
      });
    return () => {
      wanted = false;
    };
  }, [open, phase, tableId, gameId, awaited]);

  if (!faceOf(view.game)?.deck || gameId === undefined) return null;
  const fairness = told?.gameId === gameId ? told.fairness : null;
  const seen = open ? seenDeal(gameId) : undefined;
  const known = commitment ?? fairness?.commitment ?? seen?.commitment;
  const mine = typeof viewer === 'number' ? fairness?.contributions[viewer] : undefined;
  const sent = fairness?.contributions.filter((each) => each !== null).length;
  return (
    <details className={styles.fair} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title')}</summary>
      <p>{t('meaning')}</p>
      <dl className={styles.facts}>
        {known && (
          <div>
            <dt>{t('commitment')}</dt>
            <dd>
              <code>{known}</code>
            </dd>
          </div>
        )}
        {typeof viewer === 'number' && (
          <div>
            <dt>{t('yours')}</dt>
            <dd>
              {(mine ?? seen?.contribution) ? <code>{mine ?? seen?.contribution}</code> : t('none')}
            </dd>
          </div>
        )}
        {fairness && !fairness.open && (
          <div>
            <dt>{t('all')}</dt>
            <dd>{t('allOf', { sent: sent ?? 0, seats: fairness.contributions.length })}</dd>
          </div>
        )}
      </dl>
      <p>
        {phase === 'finished' ? (
          <a href={`/games/${gameId}#deals`}>{t('check')}</a>
        ) : (
          <a href="/fairness" target="_blank" rel="noopener">
            {t('more')}
          </a>
        )}
      </p>
    </details>
  );
}
