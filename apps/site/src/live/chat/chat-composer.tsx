'use client';

import { longestText } from '@trellis/chat';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { No } from '../club-socket';
import { useRefusalWords } from '../refusal-words';
import { lineId } from './line-id';
import { PhraseMenu } from './phrase-menu';
import type { Said, useChat } from './use-chat';
import styles from './chat-room.module.css';

/** From so many characters before the limit on, what is left is shown. */
const counterFrom = 60;

/** The field is cleared only when the line was said; otherwise the draft stays and can be sent again. */
export function ChatComposer({ say }: { say: ReturnType<typeof useChat>['say'] }) {
  const t = useTranslations('chat');
  const words = useRefusalWords();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<No>();
  const tried = useRef<{ text: string; id: string }>(undefined);
  const id = useId();
  const left = longestText - lengthOf(text.trim());
  const ready = text.trim() !== '' && left >= 0 && !sending;

  const send = async (lineOf: string, said: Said): Promise<boolean> => {
    setSending(true);
    const answer = await say(lineOf, said);
    setSending(false);
    setRefused(answer.ok ? undefined : answer);
    return answer.ok;
  };
  const sendText = async () => {
    if (!ready) return;
    // The same text again is the same line, in case it was the answer that got lost.
    if (tried.current?.text !== text) tried.current = { text, id: lineId() };
    if (!(await send(tried.current.id, { text: text.trim() }))) return;
    tried.current = undefined;
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sendText();
  };

  return (
    <form className={styles.composer} onSubmit={submit}>
      <PhraseMenu onChoose={(phrase) => void send(lineId(), { phrase })} />
      <label htmlFor={id} className="visually-hidden">
        {t('say')}
      </label>
      <textarea
        id={id}
        className={`input ${styles.text}`}
        rows={1}
        placeholder={t('say')}
        value={text}
        readOnly={sending}
        aria-invalid={left < 0}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void sendText();
        }}
      />
      <button type="submit" className={`button ${styles.send}`} disabled={!ready} title={t('send')}>
        <svg width="20" height="20" viewBox="0 0 24 24" fill="none" aria-hidden="true">
          <path
            d="M12 20V5m-6 6 6-6 6 6"
            stroke="currentColor"
            strokeWidth="2.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <span className="visually-hidden">{t('send')}</span>
      </button>
      <p className={styles.state} role="status" data-bad={Boolean(refused) || left < 0}>
        {sending && t('sending')}
        {!sending && refused && words(refused)}
        {!sending && !refused && left <= counterFrom && t('left', { count: left })}
      </p>
    </form>
  );
}

/** In characters as people count them, like the server does. */
function lengthOf(text: string): number {
  return text.length <= longestText - counterFrom
    ? text.length
    : [...new Intl.Segmenter().segment(text)].length;
}
