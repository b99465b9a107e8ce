import { useState } from 'react';
import type { View } from '@trellis/games/preferans/rules';
import { situationInWords, spokenBetween, type Listener } from './speech';

/** What the live region says: what happened since the last view, or what was asked for by key. */
export function useSpeech(view: View, listener: Listener) {
  const [heard, setHeard] = useState({ view, sentence: situationInWords(view, listener) });
  if (heard.view !== view) {
    const sentence = spokenBetween(heard.view, view, listener);
    // A view that changes nothing to be said leaves the last sentence standing.
    setHeard({ view, sentence: sentence || heard.sentence });
  }
  const speak = (sentence: string) =>
    setHeard((last) => ({
      ...last,
      // The same sentence twice is said twice.
      sentence: last.sentence === sentence ? `${sentence}\u00a0` : sentence,
    }));
  return { sentence: heard.sentence, speak };
}
