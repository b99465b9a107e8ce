'use client';

import type { Place, ThreadHead } from '@trellis/facade';
import type { ThreadsAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { No } from '../live/club-socket';
import { MemberAction } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { askForum } from './forum-api';
import { ThreadList } from './thread-list';

interface Props {
  readonly place: Place;
  readonly section?: string;
  /** The moment of the last thread on the page. */
  readonly before: number;
  readonly path: string;
}

/** What the club's memory does not show any more is looked up for members. */
export function OlderThreads({ place, section, before, path }: Props) {
  const t = useTranslations('forum');
  const [threads, setThreads] = useState<readonly ThreadHead[]>([]);
  const [end, setEnd] = useState(false);
  const [no, setNo] = useState<No>();
  const more = async () => {
    const last = threads.at(-1);
    const from = last ? (place === 'forum' ? last.last.at : last.startedAt) : before;
    const query = new URLSearchParams({ place, before: String(from), ...(section && { section }) });
    const said = await askForum<ThreadsAnswer>('GET', `threads?${query}`);
    if (!said.ok) return setNo(said);
    setThreads([...threads, ...said.answer.threads]);
    setEnd(said.answer.threads.length === 0);
  };
  return (
    <>
      <ThreadList threads={threads} />
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      {end ? (
        <p className="quiet">{t('noOlder')}</p>
      ) : (
        <MemberAction returnTo={path} onAct={() => void more()}>
          {t('older')}
        </MemberAction>
      )}
    </>
  );
}
