'use client';

import type { ChatLine } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { dateFormat } from '../../ui/date-format';
import { PlayerName } from '../../ui/player-name';
import { usePhraseWords } from './phrase-words';
import { textParts } from './text-parts';
import styles from './chat-room.module.css';

const whole = { dateStyle: 'medium', timeStyle: 'medium' } as const;

interface Props {
  readonly room: string;
  readonly line: ChatLine;
  /** Members may report what others say. */
  readonly reader: string | undefined;
}

export function ChatLineItem({ room, line, reader }: Props) {
  const { at, player, said } = line;
  const lang = useLocale();
  const phraseWords = usePhraseWords();
  return (
    <li className={styles.line}>
      <a className={styles.who} href={`/players/${player.id}`}>
        <PlayerName player={player} />
      </a>{' '}
      <time dateTime={new Date(at).toISOString()} title={dateFormat(lang, whole).format(at)}>
        {whenWords(at, lang)}
      </time>{' '}
      {'text' in said ? (
        <Text text={said.text} />
      ) : (
        <span className={styles.phrase}>{phraseWords(said.phrase)}</span>
      )}
      {reader && reader !== player.id && <ReportLine room={room} player={player} />}
    </li>
  );
}

/** The talk goes with the report. On a page of its own, so that this one stays open. */
function ReportLine({ room, player }: { room: string; player: ChatLine['player'] }) {
  const t = useTranslations('chat');
  if (player.former) return null;
  const [, tableId] = /^(?:table|watchers):(.+)/.exec(room) ?? [];
  const query = new URLSearchParams({
    ...{ players: player.id, room },
    ...(tableId && { table: tableId }),
  });
  const words = t('report', { name: player.name });
  return (
    <a
      className={styles.report}
      href={`/report?${query}`}
      target="_blank"
      rel="nofollow"
      aria-label={words}
      title={words}
    >
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 15V2h9l-2 3.5L13 9H4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </a>
  );
}

function Text({ text }: { text: string }) {
  return textParts(text).map((part, i) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <a key={i} href={part.href} target="_blank" rel="noopener nofollow ugc">
        {part.text}
      </a>
    ),
  );
}

/** The hour for today's lines, the day as well for older ones; in the reader's own time zone. */
function whenWords(at: number, lang: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return dateFormat(lang, {
    hour: 'numeric',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
  }).format(at);
}
