'use client';

import { phrases, type Phrase } from '@trellis/chat';
import { useTranslations } from 'next-intl';

/** A ready-made phrase in the reader's language; one that this page does not know shows its id. */
export function usePhraseWords(): (phrase: string) => string {
  const t = useTranslations('chat.phrase');
  return (phrase) => (isPhrase(phrase) ? t(phrase) : phrase);
}

function isPhrase(phrase: string): phrase is Phrase {
  return phrases.some((each) => each === phrase);
}
