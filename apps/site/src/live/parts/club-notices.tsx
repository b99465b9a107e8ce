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
        <p className={`${controls.note} ${state.ended ? controls.bad : ''}`}>
          {t(notice)}{' '}
          {state.ended && (
            <button type="button" className="button plain" onClick={() => window.location.reload()}>
              {t('reload')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function noticeOf({ ended, restarting, connection, storage, arrivals }: ClubState) {
  if (ended === 'signed-out') return 'signedOut';
  // Who was kept out when the page was loaded reads it in the page's head.
  if (ended === 'banned') return arrivals > 0 ? 'banned' : undefined;
  if (restarting) return 'restarting';
  if (connection === 'away' && arrivals > 0) return 'away';
  if (!storage) return 'storageAway';
  return undefined;
}
