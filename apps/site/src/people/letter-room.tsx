'use client';

import type { PlayerCard } from '@trellis/facade';
import { lettersAtOnce } from '@trellis/people';
import type { Letter, LetterAnswer, LetterAsked, LettersAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { PhraseMenu } from '../live/chat/phrase-menu';
import type { No } from '../live/club-socket';
import { ClubNotices } from '../live/parts/club-notices';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { clubSocket, useClubState } from '../live/use-club-socket';
import { askClub, newKey } from '../personal/ask-club';
import { askMe, useMe } from '../personal/use-me';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { LetterWords } from './letter-words';
import { merged } from './merged-letters';
import styles from './people.module.css';

/** The letters between the reader and whom the address names, live. */
export function LetterRoom() {
  const t = useTranslations('people');
  const me = useMe();
  const { arrivals } = useClubState();
  const [other, setOther] = useState<PlayerCard>();
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  const [hasOlder, setHasOlder] = useState(false);
  const [text, setText] = useState('');
  const [no, setNo] = useState<No>();
  const sending = useRef<{ readonly said: string; readonly key: string }>(undefined);

  useEffect(() => {
    const id = addressed();
    let here = true;
    const seen = (through: number) =>
      void askClub('PUT', `/api/people/${id}/letters/seen`, { through });
    const stop = clubSocket().on('people:letter', ({ letter }) => {
      if (letter.from !== id && letter.to !== id) return;
      setLetters((before) => merged(before, [letter]));
      if (letter.from === id) seen(letter.at);
    });
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askClub<LettersAnswer>('GET', `/api/people/${id}/letters`);
      if (!here) return;
      if (!said.ok) return setNo(said);
      setOther(said.answer.with);
      setLetters((before) => merged(before, said.answer.letters));
      setHasOlder(said.answer.letters.length === lettersAtOnce);
      const last = said.answer.letters.at(-1);
      if (last) seen(last.at);
    })();
    return () => {
      here = false;
      stop();
    };
  }, [arrivals]);

  if (me && !me.player)
    return (
      <a className="button" href={signInPath('/people')} rel="nofollow">
        {t('signIn')}
      </a>
    );
  if (!other) return no ? <RefusalNote no={no} /> : <p className="quiet">{t('asking')}</p>;

  const older = async () => {
    const before = letters[0]?.at ?? 0;
    const said = await askClub<LettersAnswer>(
      'GET',
      `/api/people/${other.id}/letters?before=${before}`,
    );
    if (!said.ok) return setNo(said);
    setLetters((known) => merged(known, said.answer.letters));
    setHasOlder(said.answer.letters.length === lettersAtOnce);
  };
  const send = async (said: LetterAsked['said']) => {
    const words = JSON.stringify(said);
    // The same words again after no answer are the same letter.
    if (sending.current?.said !== words) sending.current = { said: words, key: newKey() };
    const { key } = sending.current;
    const answer = await askClub<LetterAnswer>('POST', `/api/people/${other.id}/letters`, {
      key,
      said,
    });
    if (!answer.ok) return setNo(answer);
    sending.current = undefined;
    setNo(undefined);
    setLetters((before) => merged(before, [answer.answer.letter]));
    if ('text' in said) setText('');
  };

  return (
    <>
      <h1>
        <PlayerLink player={other} />
      </h1>
      <ClubNotices />
      {hasOlder && (
        <button type="button" className="button plain" onClick={() => void older()}>
          {t('older')}
        </button>
      )}
      <div className={styles.letters} role="log" aria-label={t('letters')}>
        {letters.length === 0 && <p className="quiet">{t('noLettersYet')}</p>}
        {letters.map((letter) => (
          <div key={letter.id} className={letter.from === other.id ? styles.theirs : styles.mine}>
            <p>
              <LetterWords said={letter.said} />
            </p>
            <span className={styles.when}>
              <When at={letter.at} />
            </span>
          </div>
        ))}
      </div>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <form
        className={styles.composer}
        onSubmit={(event) => {
          event.preventDefault();
          void send({ text });
        }}
      >
        <PhraseMenu onChoose={(phrase) => void send({ phrase })} />
        <textarea
          className="input"
          rows={2}
          aria-label={t('yourLetter')}
          value={text}
          maxLength={500}
          required
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button">
          {t('send')}
        </button>
      </form>
    </>
  );
}

function addressed(): string {
  return window.location.pathname.split('/').at(-1) ?? '';
}
