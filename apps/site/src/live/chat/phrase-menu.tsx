'use client';

import { phrases, type Phrase } from '@trellis/chat';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { usePhraseWords } from './phrase-words';
import styles from './chat-room.module.css';

export function PhraseMenu({ onChoose }: { onChoose: (phrase: Phrase) => void }) {
  const t = useTranslations('chat');
  const words = usePhraseWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      ref={menu}
      className={styles.phrases}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        event.stopPropagation(); // closes the menu, not the sheet around it
        close();
      }}
    >
      <summary title={t('phrases')}>
        <svg width="20" height="20" viewBox="0 0 24 24" fill="none" aria-hidden="true">
          <path
            d="M4 5h16v11H10l-5 4v-4H4z"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinejoin="round"
          />
          <path
            d="M8 10.5h.01M12 10.5h.01M16 10.5h.01"
            stroke="currentColor"
            strokeWidth="3"
            strokeLinecap="round"
          />
        </svg>
        <span className="visually-hidden">{t('phrases')}</span>
      </summary>
      <ul className={styles.menu}>
        {phrases.map((phrase) => (
          <li key={phrase}>
            <button
              type="button"
              onClick={() => {
                close();
                onChoose(phrase);
              }}
            >
              {words(phrase)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
