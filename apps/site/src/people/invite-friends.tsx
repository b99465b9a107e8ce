'use client';

import type { AcquaintancesAnswer, LetterAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub, newKey } from '../personal/ask-club';
import styles from './people.module.css';

/** From a seat at a gathering table: a letter with the way to it. */
export function InviteFriends({ tableId }: { tableId: string }) {
  const t = useTranslations('people');
  const [friends, setFriends] = useState<AcquaintancesAnswer['acquaintances']>();
  const [invited, setInvited] = useState<readonly string[]>([]);
  const [no, setNo] = useState<No>();
  const look = async () => {
    const said = await askClub<AcquaintancesAnswer>('GET', '/api/people');
    if (!said.ok) return setNo(said);
    setFriends(
      said.answer.acquaintances
        .filter(({ bond }) => bond === 'friend')
        .sort((a, b) => Number(b.presence.online) - Number(a.presence.online)),
    );
  };
  const invite = async (id: string) => {
    const body = { key: newKey(), said: { tableId } };
    const said = await askClub<LetterAnswer>('POST', `/api/people/${id}/letters`, body);
    if (said.ok) setInvited([...invited, id]);
    setNo(said.ok ? undefined : said);
  };
  return (
    <section className="panel" aria-labelledby="invite">
      <h2 id="invite" className={styles.heading}>
        {t('inviteTitle')}
      </h2>
      {!friends && (
        <button type="button" className="button plain" onClick={() => void look()}>
          {t('inviteFriends')}
        </button>
      )}
      {friends?.length === 0 && <p className="quiet">{t('noFriends')}</p>}
      <ul className={styles.rows}>
        {friends?.map(({ player, presence }) => (
          <li key={player.id}>
            <span className={presence.online ? styles.online : styles.offline} aria-hidden="true" />
            <span className={styles.name}>{player.name}</span>
            <span className="quiet small">{t(presence.online ? 'online' : 'offline')}</span>
            {invited.includes(player.id) ? (
              <span role="status">{t('invited')}</span>
            ) : (
              <button
                type="button"
                className="button plain"
                aria-label={t('inviteName', { name: player.name })}
                onClick={() => void invite(player.id)}
              >
                {t('invite')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
    </section>
  );
}
