'use client';

import type { OwnJusticeAnswer, Sanction } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { No } from '../live/club-socket';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { useMe } from '../personal/use-me';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { LogList } from './log-list';
import { SanctionItem } from './sanction-item';
import { WordsForm } from './words-form';
import styles from './justice.module.css';

/** What one has reported, and what was decided of oneself; also for whom the club keeps out. */
export function OwnDesk() {
  const t = useTranslations('justice');
  const me = useMe();
  const [own, setOwn] = useState<OwnJusticeAnswer>();
  const [no, setNo] = useState<No>();
  const isKnown = Boolean(me?.player ?? me?.banned);
  const load = useCallback(async () => {
    const said = await askClub<OwnJusticeAnswer>('GET', '/api/justice');
    if (said.ok) setOwn(said.answer);
    setNo(said.ok ? undefined : said);
  }, []);
  useEffect(() => {
    // The answer comes later: nothing is set while this renders.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (isKnown) void load();
  }, [isKnown, load]);

  if (me && !isKnown)
    return (
      <a className="button" href={signInPath('/justice')} rel="nofollow">
        {t('signIn')}
      </a>
    );
  if (!own) return no ? <RefusalNote no={no} /> : <p className="quiet">{t('asking')}</p>;
  const appeal = async ({ id }: Sanction, text: string) => {
    const said = await askClub('POST', `/api/justice/sanctions/${id}/appeal`, { text });
    if (said.ok) await load();
    else setNo(said);
  };
  return (
    <div className={styles.desk}>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <section className="panel" aria-labelledby="sanctions">
        <h2 id="sanctions">{t('sanctions')}</h2>
        {own.sanctions.length === 0 && <p className="quiet">{t('noSanctions')}</p>}
        <ul className={styles.rows}>
          {own.sanctions.map((sanction) => (
            <SanctionItem key={sanction.id} sanction={sanction}>
              <p className="quiet small">{t(`meaning.${sanction.kind}`)}</p>
              {!sanction.appeal && sanction.liftedAt === null && (
                <details className={styles.fold}>
                  <summary>{t('appeal')}</summary>
                  <WordsForm label={t('appeal')} hint={t('appealHint')} longest={1500}>
                    {(words) => (
                      <button
                        type="button"
                        className="button"
                        disabled={words.trim() === ''}
                        onClick={() => void appeal(sanction, words)}
                      >
                        {t('send')}
                      </button>
                    )}
                  </WordsForm>
                </details>
              )}
            </SanctionItem>
          ))}
        </ul>
      </section>
      {own.decided.length > 0 && (
        <section className="panel" aria-labelledby="decided">
          <h2 id="decided">{t('decidedOnMe')}</h2>
          <p className="quiet">{t('decidedHint')}</p>
          <ul className={styles.rows}>
            {own.decided.map(({ category, decision }) => (
              <li key={`${decision.at} ${category}`}>
                <p className={styles.head}>
                  <strong>{t(decision.upheld ? 'upheld' : 'dismissed')}</strong>{' '}
                  <span>{t(`category.${category}`)}</span>
                  <span className="quiet small">
                    <When at={decision.at} />
                  </span>
                </p>
                <p className={styles.words}>{decision.answer}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel" aria-labelledby="reports">
        <h2 id="reports">{t('ownReports')}</h2>
        {own.reports.length === 0 && <p className="quiet">{t('noReports')}</p>}
        <ul className={styles.rows}>
          {own.reports.map(({ id, on, category, text, gameId, at, decision }) => (
            <li key={id}>
              <p className={styles.head}>
                <PlayerLink player={on} />
                <span>{t(`category.${category}`)}</span>
                <span className="quiet small">
                  <When at={at} />
                </span>
                {gameId !== null && <a href={`/games/${gameId}`}>{t('record')}</a>}
              </p>
              {text && <p className={styles.words}>{text}</p>}
              {decision ? (
                <blockquote className={styles.quote}>
                  <p className={styles.head}>
                    <strong>{t(decision.upheld ? 'upheld' : 'dismissed')}</strong>{' '}
                    <When at={decision.at} />
                  </p>
                  <p className={styles.words}>{decision.answer}</p>
                </blockquote>
              ) : (
                <p className="quiet small">{t('open')}</p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {own.log.length > 0 && (
        <section className="panel" aria-labelledby="log">
          <h2 id="log">{t('logTitle')}</h2>
          <p className="quiet">{t('logHint')}</p>
          <LogList log={own.log} />
        </section>
      )}
    </div>
  );
}
