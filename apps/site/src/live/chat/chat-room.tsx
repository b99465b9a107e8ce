'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { useMe } from '../../personal/use-me';
import { RefusalNote } from '../parts/refusal-note';
import { signInPath } from '../parts/member-action';
import { ChatComposer } from './chat-composer';
import { ChatLineItem } from './chat-line-item';
import { lastSeq } from './chat-lines';
import type { useChat } from './use-chat';
import styles from './chat-room.module.css';

interface Props {
  readonly room: string;
  readonly chat: ReturnType<typeof useChat>;
  readonly canSay: boolean;
  readonly returnTo: string;
}

const nearPx = 24;

/** The lines, newest at the bottom, and the field below. Who reads further up is not pulled down. */
export function ChatRoom({ room, chat, canSay, returnTo }: Props) {
  const t = useTranslations('chat');
  const me = useMe();
  const { lines, heard, refused, say } = chat;
  const scroller = useRef<HTMLDivElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const [leftAt, setLeftAt] = useState(0);
  const fresh = atBottom ? 0 : lines.filter(({ seq }) => seq > leftAt).length;

  useLayoutEffect(() => {
    if (atBottom) toBottom(scroller.current);
  }, [lines, atBottom]);

  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
    if (near === atBottom) return;
    setAtBottom(near);
    setLeftAt(lastSeq(lines));
  };

  return (
    <div className={styles.room}>
      <div className={styles.frame}>
        <div
          ref={scroller}
          className={styles.scroller}
          onScroll={onScroll}
          tabIndex={0}
          role="log"
          aria-label={t('lines')}
        >
          {heard && !refused && lines.length === 0 && <p className={styles.empty}>{t('empty')}</p>}
          {!heard && <p className={styles.empty}>{t('loading')}</p>}
          <ol className={styles.lines}>
            {lines.map((line) => (
              <ChatLineItem
                key={`${line.player.id} ${line.id}`}
                room={room}
                line={line}
                reader={me?.player?.id}
              />
            ))}
          </ol>
        </div>
        {fresh > 0 && (
          <button
            type="button"
            className={`button ${styles.pill}`}
            onClick={() => setAtBottom(true)}
          >
            {t('newLines', { count: fresh })}
          </button>
        )}
      </div>
      <RefusalNote no={refused} />
      {canSay ? (
        <ChatComposer say={say} />
      ) : (
        <p className={styles.empty}>
          {me?.player ? t('readOnly') : <a href={signInPath(returnTo)}>{t('signInToTalk')}</a>}
        </p>
      )}
    </div>
  );
}

function toBottom(box: HTMLElement | null): void {
  if (box) box.scrollTop = box.scrollHeight;
}
