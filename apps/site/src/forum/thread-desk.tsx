'use client';

import type { ThreadHead } from '@trellis/facade';
import type { PostWritten, SubscriptionsAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { No } from '../live/club-socket';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { askMe, useMe } from '../personal/use-me';
import { Composer } from './composer';
import { newKey } from '../personal/ask-club';
import { askForum } from './forum-api';
import { showPost, useAskedPost } from './shown-post';
import { threadPath } from './section-names';
import styles from './desk.module.css';

interface Desk {
  readonly head: ThreadHead;
  /** Answers a post; with `quote`, its words stand at the beginning. */
  answer(number: number, quote?: string): void;
}

const DeskOfThread = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskOfThread);
  if (!desk) throw new Error('A post is shown outside of its thread.');
  return desk;
}

interface Props {
  readonly head: ThreadHead;
  /** The number of the last post on this page. */
  readonly lastShown: number;
  readonly children: ReactNode;
}

/** What is done in a thread: the posts inside, and the answer below them. */
export function ThreadDesk({ head, lastShown, children }: Props) {
  const t = useTranslations('forum');
  const me = useMe();
  const [replyTo, setReplyTo] = useState<number>();
  const [text, setText] = useState('');
  const [no, setNo] = useState<No>();
  const key = useRef<string>(undefined);
  const composer = useRef<HTMLDivElement>(null);
  useAskedPost();

  const answer = (number: number, quote = '') => {
    setReplyTo(number);
    if (quote) setText((before) => `${before ? `${before.trimEnd()}\n\n` : ''}${quote}\n\n`);
    composer.current?.scrollIntoView({ block: 'center' });
    composer.current?.querySelector('textarea')?.focus();
  };

  const send = async () => {
    key.current ??= newKey();
    const said = await askForum<PostWritten>('POST', `threads/${head.id}/posts`, {
      key: key.current,
      markdown: text,
      ...(replyTo && { replyTo }),
    });
    if (!said.ok) return setNo(said);
    key.current = undefined;
    showPost(head, said.answer.number, 1);
  };

  return (
    <DeskOfThread value={{ head, answer }}>
      {children}
      {me?.player && <FollowSwitch head={head} lastShown={lastShown} />}
      {!head.closed && (
        <section className={styles.answer} aria-labelledby="answer" ref={composer}>
          <h2 id="answer">{t(head.place === 'blog' ? 'comment' : 'answer')}</h2>
          {me && !me.player && (
            <a className="button" href={signInPath(threadPath(head))} rel="nofollow">
              {t('signInToWrite')}
            </a>
          )}
          {me?.player && (
            <>
              {replyTo !== undefined && (
                <p className={styles.replyTo}>
                  {t('answerTo', { number: replyTo })}{' '}
                  <button type="button" onClick={() => setReplyTo(undefined)}>
                    {t('answerToAll')}
                  </button>
                </p>
              )}
              <Composer
                text={text}
                onText={setText}
                label={t('yourText')}
                send={t('send')}
                onSend={send}
              />
              <RefusalNote no={no} onClose={() => setNo(undefined)} />
            </>
          )}
        </section>
      )}
      {me?.player?.editor && <CloseSwitch head={head} onNo={setNo} />}
    </DeskOfThread>
  );
}

function FollowSwitch({ head, lastShown }: { head: ThreadHead; lastShown: number }) {
  const t = useTranslations('forum');
  const [follows, setFollows] = useState<boolean>();
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askForum<SubscriptionsAnswer>('GET', 'subscriptions');
      if (!said.ok || !here) return;
      const found = said.answer.subscriptions.find(({ thread }) => thread.id === head.id);
      setFollows(found !== undefined);
      if (found && found.seen < lastShown)
        await askForum('PUT', `threads/${head.id}/subscription`, { seen: lastShown });
    })();
    return () => {
      here = false;
    };
  }, [head.id, lastShown]);
  if (follows === undefined) return null;
  const change = async () => {
    setFollows(!follows);
    const wish = { follows: !follows, seen: lastShown };
    const said = await askForum('PUT', `threads/${head.id}/subscription`, wish);
    if (!said.ok) setFollows(follows);
  };
  return (
    <p className={styles.follow}>
      <button
        type="button"
        className="button plain"
        aria-pressed={follows}
        onClick={() => void change()}
      >
        {t(follows ? 'unfollow' : 'follow')}
      </button>
    </p>
  );
}

function CloseSwitch({ head, onNo }: { head: ThreadHead; onNo: (no: No) => void }) {
  const t = useTranslations('forum');
  const change = async () => {
    const said = await askForum('PATCH', `threads/${head.id}`, { closed: !head.closed });
    if (said.ok) window.location.reload();
    else onNo(said);
  };
  return (
    <p className={styles.follow}>
      <button type="button" className="button plain" onClick={() => void change()}>
        {t(head.closed ? 'reopen' : 'close')}
      </button>
    </p>
  );
}
