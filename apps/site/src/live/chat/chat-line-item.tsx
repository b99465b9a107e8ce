'use client';

import type { ChatLine } from '@trellis/wire';
import { useLocale } from 'next-intl';
import { PlayerName } from '../../ui/player-name';
import { usePhraseWords } from './phrase-words';
import { textParts } from './text-parts';
import styles from './chat-room.module.css';

export function ChatLineItem({ line }: { line: ChatLine }) {
  const { at, player, said } = line;
  const lang = useLocale();
  const phraseWords = usePhraseWords();
  return (
    <li className={styles.line}>
      <a className={styles.who} href={`/players/${player.id}`}>
        <PlayerName player={player} />
      </a>{' '}
      <time dateTime={new Date(at).toISOString()} title={new Date(at).toLocaleString(lang)}>
        {whenWords(at, lang)}
      </time>{' '}
      {'text' in said ? (
        <Text text={said.text} />
      ) : (
        <span className={styles.phrase}>{phraseWords(said.phrase)}</span>
      )}
    </li>
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
  return new Intl.DateTimeFormat(lang, {
    hour: 'numeric',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
  }).format(at);
}
