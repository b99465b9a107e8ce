'use client';

import type { PlayerCard } from '@trellis/facade';
import type { PostAnswer, PostWritten } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { useMe } from '../personal/use-me';
import { usePlayerName } from '../ui/use-player-name';
import { When } from '../ui/when';
import { Composer } from './composer';
import { askForum } from './forum-api';
import { quoted } from './quoted';
import { showPost } from './shown-post';
import { useDesk } from './thread-desk';
import desk from './desk.module.css';
import styles from './thread.module.css';

interface Props {
  readonly id: string;
  readonly number: number;
  readonly author: PlayerCard;
  readonly edited: boolean;
}

/** What its reader may do with a post: nothing, for a visitor. */
export function PostTools({ id, number, author, edited }: Props) {
  const t = useTranslations('forum');
  const called = usePlayerName();
  const me = useMe();
  const { head, answer } = useDesk();
  const [source, setSource] = useState<PostAnswer>();
  const [shows, setShows] = useState<'editing' | 'earlier'>();
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [no, setNo] = useState<No>();
  if (!me?.player) return null;
  const mine = me.player.id === author.id;

  const withSource = async (then: (source: PostAnswer) => void) => {
    const said = await askForum<PostAnswer>('GET', `posts/${id}`);
    if (!said.ok) return setNo(said);
    setSource(said.answer);
    then(said.answer);
  };
  const edit = () =>
    withSource((found) => {
      setText(found.markdown);
      setTitle(found.title);
      setShows('editing');
    });
  const save = async () => {
    if (!source) return;
    const { version } = source.post;
    const said = await askForum<PostWritten>('PATCH', `posts/${id}`, {
      markdown: text,
      version,
      ...(number === 1 && { title }),
    });
    if (said.ok) showPost(head, number, version + 1);
    else setNo(said);
  };
  const remove = async () => {
    if (!window.confirm(t('removeAsk'))) return;
    const said = await askForum('DELETE', `posts/${id}`);
    if (said.ok) showPost(head, number, (source?.post.version ?? 1) + 1);
    else setNo(said);
  };

  return (
    <>
      {shows !== 'editing' && (
        <div className={styles.tools}>
          {!head.closed && (
            <>
              <button type="button" onClick={() => answer(number)}>
                {t('answer')}
              </button>
              <button
                type="button"
                onClick={() =>
                  void withSource(({ markdown }) =>
                    answer(number, quoted(called(author), markdown)),
                  )
                }
              >
                {t('quote')}
              </button>
            </>
          )}
          {mine && (
            <button type="button" onClick={() => void edit()}>
              {t('edit')}
            </button>
          )}
          {edited && (
            <button
              type="button"
              aria-expanded={shows === 'earlier'}
              onClick={() =>
                shows === 'earlier'
                  ? setShows(undefined)
                  : void withSource(() => setShows('earlier'))
              }
            >
              {t('history')}
            </button>
          )}
          {(mine || me.player.editor) && (
            <button type="button" onClick={() => void remove()}>
              {t('remove')}
            </button>
          )}
        </div>
      )}
      {shows === 'editing' && (
        <div className={desk.edit}>
          {number === 1 && (
            <label className="field">
              {t('titleLabel')}
              <input
                className="input"
                value={title}
                maxLength={120}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
          )}
          <Composer
            text={text}
            onText={setText}
            label={t('yourText')}
            send={t('save')}
            onSend={save}
            onCancel={() => setShows(undefined)}
          />
        </div>
      )}
      {shows === 'earlier' &&
        source?.earlier.map(({ html, until }) => (
          <div key={until} className={styles.earlier}>
            <p className="quiet small">
              {t('until')} <When at={until} />
            </p>
            <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
          </div>
        ))}
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
    </>
  );
}
