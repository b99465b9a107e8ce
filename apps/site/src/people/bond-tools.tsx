'use client';

import type { PlayerCard } from '@trellis/facade';
import type { AcquaintancesAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { FeedbackSums } from '../justice/feedback-sums';
import { ReportLink } from '../justice/report-link';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { askMe, useMe } from '../personal/use-me';
import styles from './people.module.css';

type Bond = 'friend' | 'blocked' | null;

/** What a member does about another one: befriend, write, keep apart. Nothing for a visitor, and for himself. */
export function BondTools({ player }: { player: PlayerCard }) {
  const t = useTranslations('people');
  const me = useMe();
  const [bond, setBond] = useState<Bond>();
  const [no, setNo] = useState<No>();
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askClub<AcquaintancesAnswer>('GET', '/api/people');
      if (!here || !said.ok) return;
      const known = said.answer.acquaintances.find((each) => each.player.id === player.id);
      setBond(known?.bond ?? null);
    })();
    return () => {
      here = false;
    };
  }, [player.id]);
  if (!me?.player || me.player.id === player.id || bond === undefined || player.former) return null;

  const bind = async (next: Bond) => {
    if (next === 'blocked' && !window.confirm(t('blockAsk', { name: player.name }))) return;
    const said = await askClub('PUT', `/api/people/${player.id}/bond`, { bond: next });
    if (said.ok) setBond(next);
    setNo(said.ok ? undefined : said);
  };
  return (
    <>
      <FeedbackSums player={player.id} />
      <div className={styles.tools}>
        {bond !== 'blocked' && (
          <>
            <a className="button plain" href={`/people/${player.id}`}>
              {t('write')}
            </a>
            <button
              type="button"
              className="button plain"
              aria-pressed={bond === 'friend'}
              onClick={() => void bind(bond === 'friend' ? null : 'friend')}
            >
              {t(bond === 'friend' ? 'unfriend' : 'befriend')}
            </button>
          </>
        )}
        <button
          type="button"
          className="button plain"
          aria-pressed={bond === 'blocked'}
          onClick={() => void bind(bond === 'blocked' ? null : 'blocked')}
        >
          {t(bond === 'blocked' ? 'unblock' : 'block')}
        </button>
        <ReportLink player={player} />
      </div>
      {bond === 'blocked' && <p className="notice">{t('blockedText', { name: player.name })}</p>}
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
    </>
  );
}
