'use client';

import { longestPost } from '@trellis/forum';
import type { Preview } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askForum } from './forum-api';
import styles from './desk.module.css';
import thread from './thread.module.css';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is written here. */
  readonly label: string;
  /** What the button says. */
  readonly send: string;
  readonly onSend: () => Promise<void>;
  readonly onCancel?: () => void;
  readonly rows?: number;
}

/** A text of markdown, with a look at what becomes of it. Whatever is refused stays where it is. */
export function Composer({ text, onText, label, send, onSend, onCancel, rows = 6 }: Props) {
  const t = useTranslations('forum');
  const [preview, setPreview] = useState<string>();
  const [no, setNo] = useState<No>();
  const [busy, setBusy] = useState(false);
  const id = useId();

  const look = async () => {
    if (preview !== undefined) return setPreview(undefined);
    const said = await askForum<Preview>('POST', 'preview', { markdown: text });
    if (!said.ok) return setNo(said);
    setNo(undefined);
    setPreview(said.answer.html);
  };

  const submit = async () => {
    setBusy(true);
    await onSend();
    setBusy(false);
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={text}
        maxLength={longestPost}
        required
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          onText(event.target.value);
          setPreview(undefined);
        }}
      />
      <p id={`${id}-help`} className="quiet small">
        {t('markdownHelp')}
      </p>
      {preview !== undefined && (
        <div className={styles.preview} role="region" aria-label={t('preview')}>
          <div className={thread.text} dangerouslySetInnerHTML={{ __html: preview }} />
        </div>
      )}
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <div className={styles.ways}>
        <button type="submit" className="button" disabled={busy}>
          {send}
        </button>
        <button
          type="button"
          className="button plain"
          aria-pressed={preview !== undefined}
          disabled={text.trim() === ''}
          onClick={() => void look()}
        >
          {t('preview')}
        </button>
        {onCancel && (
          <button type="button" className="button plain" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
