'use client';

import type { Lang } from '@trellis/games/kit';
import type { Letter } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { gameName } from '../games';
import { textParts } from '../live/chat/text-parts';
import { usePhraseWords } from '../live/chat/phrase-words';

/** What a letter says, in the reader's language where it can be. */
export function LetterWords({ said }: Pick<Letter, 'said'>) {
  const t = useTranslations('people');
  const lang = useLocale() as Lang;
  const phrase = usePhraseWords();
  if ('phrase' in said) return phrase(said.phrase);
  if ('text' in said)
    return textParts(said.text).map((part, index) =>
      part.kind === 'text' ? (
        part.text
      ) : (
        <a key={index} href={part.href} rel="noopener ugc nofollow">
          {part.text}
        </a>
      ),
    );
  const { tableId, game, number } = said.invitation;
  const name = gameName(game, lang);
  return (
    <a href={`/tables/${tableId}`}>
      {number === null ? t('invitesPrivate', { game: name }) : t('invites', { game: name, number })}
    </a>
  );
}
