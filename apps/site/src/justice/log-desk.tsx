'use client';

import type { AuditEntry, LogAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { useMe } from '../personal/use-me';
import { LogList } from './log-list';
import styles from './justice.module.css';

const atOnce = 100;

/** The whole audit log, for arbiters. */
export function LogDesk() {
  const t = useTranslations('justice');
  const me = useMe();
  const [log, setLog] = useState<readonly AuditEntry[]>();
  const [isWhole, setIsWhole] = useState(false);
  const [no, setNo] = useState<No>();
  const isArbiter = Boolean(me?.player?.arbiter);
  const load = useCallback(async (known: readonly AuditEntry[]) => {
    const before = known.at(-1)?.seq;
    const query = before === undefined ? '' : `?before=${before}`;
    const said = await askClub<LogAnswer>('GET', `/api/arbiter/log${query}`);
    if (!said.ok) return setNo(said);
    setLog([...known, ...said.answer.log]);
    setIsWhole(said.answer.log.length < atOnce);
  }, []);
  useEffect(() => {
    // The answer comes later: nothing is set while this renders.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (isArbiter) void load([]);
  }, [isArbiter, load]);

  if (me !== undefined && !isArbiter) return <p className="notice">{t('notArbiter')}</p>;
  if (!log) return no ? <RefusalNote no={no} /> : <p className="quiet">{t('asking')}</p>;
  return (
    <section className={`panel ${styles.desk}`}>
      <p className="quiet">{t('logHint')}</p>
      <LogList log={log} />
      {!isWhole && (
        <button type="button" className="button plain" onClick={() => void load(log)}>
          {t('older')}
        </button>
      )}
    </section>
  );
}
