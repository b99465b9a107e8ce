'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';

/** For who has just had enough of somebody: from now on neither hears the other, nor meets him at a table. */
export function KeepApart({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTranslations('people');
  const [done, setDone] = useState(false);
  const [no, setNo] = useState<No>();
  const block = async () => {
    const said = await askClub('PUT', `/api/people/${id}/bond`, { bond: 'blocked' });
    setDone(said.ok);
    setNo(said.ok ? undefined : said);
  };
  return (
    <>
      <p role="status">{t(done ? 'blockedText' : 'blockAsk', { name })}</p>
      {!done && (
        <p>
          <button type="button" className="button plain" onClick={() => void block()}>
            {t('block')}
          </button>
        </p>
      )}
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
    </>
  );
}
