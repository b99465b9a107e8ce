'use client';

import { useTranslations } from 'next-intl';
import { useClubState } from '../use-club-socket';
import type { ClubState } from '../club-socket';
import controls from './controls.module.css';

/** What everybody on the page should know of the connection to the club; nothing when all is well. */
export function ClubNotices() {
  const state = useClubState();
  const t = useTranslations('connection');
  const notice = noticeOf(state);
  return (
    <div role="status">
      {notice && (
        <p className={`${controls.note} ${notice === 'signedOut' ? controls.bad : ''}`}>
          {t(notice)}{' '}
          {notice === 'signedOut' && (
            <button type="button" className="button plain" onClick={() => window.location.reload()}>
              {t('reload')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function noticeOf({ signedOut, restarting, connection, storage, arrivals }: ClubState) {
  if (signedOut) return 'signedOut';
  if (restarting) return 'restarting';
  if (connection === 'away' && arrivals > 0) return 'away';
  if (!storage) return 'storageAway';
  return undefined;
}
