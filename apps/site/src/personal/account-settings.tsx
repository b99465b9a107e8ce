'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { askClub } from './ask-club';
import styles from './account-settings.module.css';
import { useMe } from './use-me';

/** What belongs to the account: how the name is shown, and the way out. */
export function AccountSettings() {
  const t = useTranslations('settings');
  const me = useMe();
  const [chosen, setChosen] = useState<{ hidesLastName?: boolean; hidesPresence?: boolean }>({});
  const [failed, setFailed] = useState(false);
  const player = me?.player;

  const change = async (wish: { hidesLastName: boolean } | { hidesPresence: boolean }) => {
    setChosen({ ...chosen, ...wish });
    const saved = await askClub('PATCH', '/api/me', wish);
    setFailed(!saved.ok);
    if (!saved.ok) setChosen(chosen);
  };

  return (
    <section className={`panel ${styles.account}`} aria-labelledby="account">
      <h2 id="account">{t('account')}</h2>
      {me === undefined && <p className="quiet">{t('asking')}</p>}
      {me === null && <p className="notice bad">{t('away')}</p>}
      {me && !player && (
        <p>
          {t('notSignedIn')} <a href="/auth">{t('signIn')}</a>
        </p>
      )}
      {player && (
        <>
          <p>{t('name', { name: `${player.firstName} ${player.lastName}`.trim() })}</p>
          {player.lastName !== '' && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={chosen.hidesLastName ?? player.hidesLastName}
                onChange={(event) => void change({ hidesLastName: event.target.checked })}
              />
              {t('hideLastName', { name: `${player.firstName} ${[...player.lastName][0] ?? ''}.` })}
            </label>
          )}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.hidesPresence ?? player.hidesPresence}
              onChange={(event) => void change({ hidesPresence: event.target.checked })}
            />
            {t('hidePresence')}
          </label>
          <p role="status" className={failed ? 'notice bad' : undefined}>
            {failed && t('notSaved')}
          </p>
          <div className={styles.ways}>
            <form method="post" action="/auth/sign-out">
              <button className="button plain" type="submit">
                {t('signOut')}
              </button>
            </form>
            <form method="post" action="/auth/sign-out-everywhere">
              <button className="button plain" type="submit">
                {t('signOutEverywhere')}
              </button>
            </form>
          </div>
        </>
      )}
    </section>
  );
}
