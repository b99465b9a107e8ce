'use client';

import type { AcquaintancesAnswer, CorrespondencesAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { No } from '../live/club-socket';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { askMe, useMe } from '../personal/use-me';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { LetterWords } from './letter-words';
import styles from './people.module.css';

interface Own {
  readonly acquaintances: AcquaintancesAnswer['acquaintances'];
  readonly correspondences: CorrespondencesAnswer['correspondences'];
}

/** A member's letters, friends, and those from whom he keeps apart. */
export function PeopleDesk() {
  const t = useTranslations('people');
  const me = useMe();
  const [own, setOwn] = useState<Own>();
  const [no, setNo] = useState<No>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const [people, letters] = await Promise.all([
        askClub<AcquaintancesAnswer>('GET', '/api/people'),
        askClub<CorrespondencesAnswer>('GET', '/api/people/letters'),
      ]);
      if (!here) return;
      if (!people.ok) return setNo(people);
      if (!letters.ok) return setNo(letters);
      setOwn({ ...people.answer, ...letters.answer });
    })();
    return () => {
      here = false;
    };
  }, [asked]);

  if (me && !me.player)
    return (
      <a className="button" href={signInPath('/people')} rel="nofollow">
        {t('signIn')}
      </a>
    );
  if (!own) return no ? <RefusalNote no={no} /> : <p className="quiet">{t('asking')}</p>;
  const friends = own.acquaintances
    .filter(({ bond }) => bond === 'friend')
    .sort((a, b) => Number(b.presence.online) - Number(a.presence.online));
  const blocked = own.acquaintances.filter(({ bond }) => bond === 'blocked');
  const release = async (id: string) => {
    const said = await askClub('PUT', `/api/people/${id}/bond`, { bond: null });
    setNo(said.ok ? undefined : said);
    setAsked(asked + 1);
  };
  return (
    <div className={styles.desk}>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <section className="panel" aria-labelledby="letters">
        <h2 id="letters">{t('letters')}</h2>
        {own.correspondences.length === 0 && <p className="quiet">{t('noLetters')}</p>}
        <ul className={styles.rows}>
          {own.correspondences.map(({ with: other, last, unread }) => (
            <li key={other.id}>
              <a className={styles.name} href={`/people/${other.id}`}>
                {other.name}
              </a>
              {unread > 0 && (
                <strong className={styles.count}>{t('unread', { count: unread })}</strong>
              )}
              <span className={styles.last}>
                {'invitation' in last.said ? t('invitation') : <LetterWords said={last.said} />}
              </span>
              <span className="quiet small">
                <When at={last.at} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="friends">
        <h2 id="friends">{t('friends')}</h2>
        {friends.length === 0 && <p className="quiet">{t('noFriends')}</p>}
        <ul className={styles.rows}>
          {friends.map(({ player, presence }) => (
            <li key={player.id}>
              <span
                className={presence.online ? styles.online : styles.offline}
                aria-hidden="true"
              />
              <span className={styles.name}>
                <PlayerLink player={player} />
              </span>
              <span className="quiet small">
                {presence.playsAt > 0 ? t('plays') : t(presence.online ? 'online' : 'offline')}
              </span>
              <a href={`/people/${player.id}`}>{t('write')}</a>
            </li>
          ))}
        </ul>
      </section>
      {blocked.length > 0 && (
        <section className="panel" aria-labelledby="blocked">
          <h2 id="blocked">{t('blocked')}</h2>
          <ul className={styles.rows}>
            {blocked.map(({ player }) => (
              <li key={player.id}>
                <span className={styles.name}>
                  <PlayerLink player={player} />
                </span>
                <button
                  type="button"
                  className="button plain"
                  onClick={() => void release(player.id)}
                >
                  {t('unblock')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
