'use client';

import type { SearchAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { No } from '../live/club-socket';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { useMe } from '../personal/use-me';
import { PlayerName } from '../ui/player-name';
import { When } from '../ui/when';
import { askForum } from './forum-api';
import { postPath } from './thread-list';
import styles from './desk.module.css';

/** Words in any language of the club and in any form. Looking them up takes the storage, so it takes a member. */
export function SearchDesk() {
  const t = useTranslations('forum');
  const me = useMe();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<SearchAnswer['found']>();
  const [no, setNo] = useState<No>();
  if (me && !me.player)
    return (
      <a className="button" href={signInPath('/forum/search')} rel="nofollow">
        {t('signInToSearch')}
      </a>
    );
  const search = async () => {
    const said = await askForum<SearchAnswer>('GET', `search?q=${encodeURIComponent(words)}`);
    if (!said.ok) return setNo(said);
    setNo(undefined);
    setFound(said.answer.found);
  };
  return (
    <>
      <form
        role="search"
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <input
          type="search"
          className="input"
          aria-label={t('searchLabel')}
          value={words}
          maxLength={200}
          required
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" className="button">
          {t('search')}
        </button>
      </form>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      {found && <p role="status">{t('foundCount', { count: found.length })}</p>}
      <ul className={styles.found}>
        {found?.map(({ thread, post, excerpt }) => (
          <li key={`${thread.id} ${post.number}`}>
            <a href={postPath(thread, post.number)}>{thread.title}</a>{' '}
            <span className="quiet small">
              <PlayerName player={post.author} /> · <When at={post.at} />
            </span>
            <p>
              {excerpt
                .split(/(\u0002[^\u0003]*\u0003)/)
                .map((part, index) =>
                  part.startsWith('\u0002') ? <mark key={index}>{part.slice(1, -1)}</mark> : part,
                )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
