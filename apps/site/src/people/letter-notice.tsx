'use client';

import type { ServerToClient } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { askMe } from '../personal/use-me';
import { clubSocket } from '../live/use-club-socket';
import { LetterWords } from './letter-words';
import styles from './people.module.css';

type Brought = Parameters<ServerToClient['people:letter']>[0];

/** A letter that comes while its reader is in a hall or at a table. */
export function LetterNotice() {
  const t = useTranslations('people');
  const [brought, setBrought] = useState<Brought>();
  useEffect(
    () =>
      clubSocket().on('people:letter', (letter) => {
        void askMe().then((me) => {
          if (letter.from.id !== me?.player?.id) setBrought(letter);
        });
      }),
    [],
  );
  return (
    <div role="status">
      {brought && (
        <p className={`notice ${styles.notice}`}>
          <span className={styles.last}>
            <a href={`/people/${brought.from.id}`}>{brought.from.name}</a>:{' '}
            <LetterWords said={brought.letter.said} />
          </span>
          <button type="button" className="button plain" onClick={() => setBrought(undefined)}>
            {t('dismiss')}
          </button>
        </p>
      )}
    </div>
  );
}
