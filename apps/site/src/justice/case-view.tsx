'use client';

import type { CaseAnswer, HistoryAnswer, Report } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { usePhraseWords } from '../live/chat/phrase-words';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { DecisionForm } from './decision-form';
import { SanctionItem } from './sanction-item';
import styles from './justice.module.css';

/** A report with its evidence, what is known of who was reported, and the decision. */
export function CaseView({ id, onDecided }: { id: string; onDecided: () => void }) {
  const t = useTranslations('justice');
  const [found, setFound] = useState<CaseAnswer>();
  const [no, setNo] = useState<No>();
  useEffect(() => {
    let here = true;
    void askClub<CaseAnswer>('GET', `/api/arbiter/reports/${id}`).then((said) => {
      if (!here) return;
      if (said.ok) setFound(said.answer);
      else setNo(said);
    });
    return () => {
      here = false;
    };
  }, [id]);
  if (!found) return no ? <RefusalNote no={no} /> : <p className="quiet">{t('asking')}</p>;
  return (
    <div className={styles.case}>
      <Evidence report={found.report} />
      <History history={found.history} report={found.report} />
      <DecisionForm report={found.report} onDecided={onDecided} />
    </div>
  );
}

function Evidence({ report: { text, gameId, tableId, lines } }: { report: Report }) {
  const t = useTranslations('justice');
  const phraseWords = usePhraseWords();
  return (
    <section aria-label={t('evidenceTitle')}>
      <h3>{t('evidenceTitle')}</h3>
      {text ? (
        <blockquote className={styles.quote}>
          <p className={styles.words}>{text}</p>
        </blockquote>
      ) : (
        <p className="quiet">{t('noWords')}</p>
      )}
      <p className={styles.head}>
        {gameId !== null && <a href={`/games/${gameId}`}>{t('record')}</a>}
        {tableId !== null && <a href={`/tables/${tableId}`}>{t('table')}</a>}
        {gameId !== null && tableId !== null && (
          <span className="quiet small">{t('noRecord')}</span>
        )}
      </p>
      {lines.length > 0 && (
        <details className={styles.fold} open>
          <summary>{t('said')}</summary>
          <ol className={styles.lines}>
            {lines.map(({ by, at, said }, index) => (
              <li key={index}>
                <strong>{by.name}</strong> <When at={at} />{' '}
                {'text' in said ? said.text : <em>{phraseWords(said.phrase)}</em>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function History({
  history: { player, sanctions, reports, games },
  report,
}: {
  history: HistoryAnswer;
  report: Report;
}) {
  const t = useTranslations('justice');
  const earlier = reports.filter(({ id }) => id !== report.id);
  return (
    <section aria-label={t('history', { name: player.name })}>
      <h3>{t('history', { name: player.name })}</h3>
      <p className="quiet">{t('historyGames', games)}</p>
      <ul className={styles.rows}>
        {sanctions.map((sanction) => (
          <SanctionItem key={sanction.id} sanction={sanction} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('historyReports', { count: earlier.length })}</summary>
          <ul className={styles.rows}>
            {earlier.map(({ id, by, category, at, text, decision }) => (
              <li key={id}>
                <p className={styles.head}>
                  {t(`category.${category}`)} · {t('reportedBy')} <PlayerLink player={by} /> ·{' '}
                  <When at={at} />
                </p>
                {text && <p className={styles.words}>{text}</p>}
                {decision && (
                  <p className="quiet small">
                    {t(decision.upheld ? 'upheld' : 'dismissed')}: {decision.answer}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
