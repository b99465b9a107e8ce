'use client';

import { phrases, type Phrase } from '@trellis/chat';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Bubble } from './bubble';
import { usePhraseWords } from './phrase-words';
import styles from './chat-room.module.css';

export function PhraseMenu({ onChoose }: { onChoose: (phrase: Phrase) => void }) {
  const t = useTranslations('chat');
  const words = usePhraseWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) menu.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
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
        <Bubble />
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
