'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useMe } from '../../personal/use-me';
import { Bubble } from './bubble';
import { ChatRoom } from './chat-room';
import { lastSeq, unreadBy } from './chat-lines';
import { useChat } from './use-chat';
import { useIsWide } from './use-is-wide';
import styles from './chat-panel.module.css';

export interface ChatTab {
  readonly room: string;
  readonly label: string;
}

interface Props {
  /** `hall:<game>`, `table:<id>` or `watchers:<id>`. */
  readonly room: string;
  readonly title: string;
  readonly canSay: boolean;
  /** Grows when the server has to be asked anew: with each connection, or each look at the table. */
  readonly arrivals: number;
  /** Where visitors come back to after signing in. */
  readonly returnTo: string;
  /** Rooms between which the reader may choose, this one among them. */
  readonly tabs?: readonly ChatTab[];
  readonly onTab?: (room: string) => void;
  /** Somebody else has just said something. */
  readonly onNews?: () => void;
}

/** A room's chat: a column on a wide screen, a sheet behind a button with a badge on a phone. */
export function ChatPanel(props: Props) {
  const [open, setOpen] = useState(false);
  return <Panel key={props.room} {...props} open={open} setOpen={setOpen} />;
}

interface PanelProps extends Props {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

function Panel(props: PanelProps) {
  const { room, title, canSay, arrivals, returnTo, tabs, onTab, onNews, open, setOpen } = props;
  const t = useTranslations('chat');
  const me = useMe();
  const chat = useChat(room, arrivals);
  const wide = useIsWide();
  const [readTo, setReadTo] = useState(0);
  const titleId = useId();
  const unread =
    wide || open ? 0 : unreadBy(me?.player?.id, chat.lines, Math.max(readTo, chat.heardTo));
  const newest = chat.lines.at(-1);
  const isNews =
    newest !== undefined && newest.seq > chat.heardTo && newest.player.id !== me?.player?.id;
  const tellNews = useEffectEvent(() => onNews?.());
  useEffect(() => {
    if (isNews) tellNews();
  }, [isNews, newest?.seq]);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) panel.current?.focus(); // not the field: that would bring the phone's keyboard up
  }, [open]);
  const toggle = (opened: boolean) => {
    setReadTo(lastSeq(chat.lines));
    setOpen(opened);
  };

  return (
    <>
      <button
        type="button"
        ref={opener}
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => toggle(!open)}
      >
        <Bubble />
        <span className="visually-hidden">{t('open')}</span>
        {unread > 0 && (
          <span className={styles.badge}>
            {unread}
            <span className="visually-hidden"> {t('unread', { count: unread })}</span>
          </span>
        )}
      </button>
      <section
        className={styles.panel}
        data-open={open}
        aria-labelledby={titleId}
        ref={panel}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          toggle(false);
          opener.current?.focus();
        }}
      >
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <button type="button" className={styles.close} onClick={() => toggle(false)}>
            {t('close')}
          </button>
        </div>
        {tabs && (
          <div className={styles.tabs} role="group" aria-label={t('rooms')}>
            {tabs.map((tab) => (
              <button
                key={tab.room}
                type="button"
                aria-pressed={tab.room === room}
                onClick={() => onTab?.(tab.room)}
              >
                {tab.label}
              </button>
            ))}
          </div>
        )}
        {(wide || open) && <ChatRoom room={room} chat={chat} canSay={canSay} returnTo={returnTo} />}
      </section>
    </>
  );
}
