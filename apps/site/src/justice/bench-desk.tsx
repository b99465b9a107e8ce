'use client';

import type { QueueAnswer, Sanction } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { useMe } from '../personal/use-me';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { CaseView } from './case-view';
import { SanctionItem } from './sanction-item';
import { WordsForm } from './words-form';
import styles from './justice.module.css';

/** The arbiters' queue: open reports and appeals, and what is decided of them. */
export function BenchDesk() {
  const t = useTranslations('justice');
  const me = useMe();
  const [queue, setQueue] = useState<QueueAnswer>();
  const [opened, setOpened] = useState<string>();
  const [done, setDone] = useState(false);
  const [no, setNo] = useState<No>();
  const isArbiter = Boolean(me?.player?.arbiter);
  const load = useCallback(async () => {
    const said = await askClub<QueueAnswer>('GET', '/api/arbiter/queue');
    if (said.ok) setQueue(said.answer);
    else setNo(said);
  }, []);
  useEffect(() => {
    // The answer comes later: nothing is set while this renders.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (isArbiter) void load();
  }, [isArbiter, load]);

  if (me !== undefined && !isArbiter) return <p className="notice">{t('notArbiter')}</p>;
  if (!queue) return no ? <RefusalNote no={no} /> : <p className="quiet">{t('asking')}</p>;
  const decided = async () => {
    setOpened(undefined);
    setDone(true);
    await load();
  };
  const answer = async ({ id }: Sanction, words: string, lifts: boolean) => {
    const asked = { answer: words, lifts };
    const said = await askClub('POST', `/api/arbiter/sanctions/${id}/appeal`, asked);
    setNo(said.ok ? undefined : said);
    if (said.ok) await decided();
  };
  return (
    <div className={styles.desk}>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      {done && (
        <p className="notice" role="status">
          {t('decided')}
        </p>
      )}
      <section className="panel" aria-labelledby="queue">
        <h2 id="queue">{t('queue')}</h2>
        {queue.reports.length === 0 && <p className="quiet">{t('queueEmpty')}</p>}
        <ul className={styles.rows}>
          {queue.reports.map(({ id, on, by, category, at }) => (
            <li key={id}>
              <p className={styles.head}>
                <strong>
                  <PlayerLink player={on} />
                </strong>{' '}
                {t(`category.${category}`)}
              </p>
              <p className="quiet small">
                {t('reportedBy')} <PlayerLink player={by} /> · <When at={at} />
              </p>
              <button
                type="button"
                className="button plain"
                aria-expanded={opened === id}
                onClick={() => setOpened(opened === id ? undefined : id)}
              >
                {t(opened === id ? 'close' : 'look')}
              </button>
              {opened === id && <CaseView id={id} onDecided={() => void decided()} />}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="appeals">
        <h2 id="appeals">{t('appeals')}</h2>
        {queue.appeals.length === 0 && <p className="quiet">{t('appealsEmpty')}</p>}
        <ul className={styles.rows}>
          {queue.appeals.map((sanction) => (
            <SanctionItem key={sanction.id} sanction={sanction}>
              <p>
                <PlayerLink player={sanction.player} />
              </p>
              <WordsForm label={t('answer')} longest={1000}>
                {(words) =>
                  ([true, false] as const).map((lifts) => (
                    <button
                      key={String(lifts)}
                      type="button"
                      className="button plain"
                      disabled={words.trim() === ''}
                      onClick={() => void answer(sanction, words, lifts)}
                    >
                      {t(lifts ? 'lift' : 'keep')}
                    </button>
                  ))
                }
              </WordsForm>
            </SanctionItem>
          ))}
        </ul>
      </section>
      <p>
        <a href="/arbiter/log">{t('allLog')}</a>
      </p>
    </div>
  );
}
