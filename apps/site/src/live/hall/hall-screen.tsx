'use client';

import type { HallPage } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ChatPanel } from '../chat/chat-panel';
import type { Asked, No } from '../club-socket';
import { PlayTheHouse } from '../house/play-the-house';
import { usePlayHouseLink } from '../house/use-play-house-link';
import { ClubNotices } from '../parts/club-notices';
import { ConnectionDot } from '../parts/connection-dot';
import { MemberAction, signInPath } from '../parts/member-action';
import { RefusalNote } from '../parts/refusal-note';
import { clubSocket, useClubState } from '../use-club-socket';
import { useMe } from '../../personal/use-me';
import { FindByNumber } from './find-by-number';
import { FreeSlot } from './free-slot';
import { HallTable } from './hall-table';
import { slotsOf } from './hall-state';
import { useHall } from './use-hall';
import { usePlayNowLink } from './use-play-now-link';
import styles from './hall-screen.module.css';

/** A game's hall: its tables, the ways to one, its people. `hall` is what the server rendered it from. */
export function HallScreen({ hall }: { hall: HallPage }) {
  const { game } = hall;
  const t = useTranslations('hall');
  const house = useTranslations('house');
  const me = useMe();
  const { arrivals } = useClubState();
  const state = useHall(game, hall);
  const slots = useMemo(() => slotsOf(state), [state]);
  const [refused, setRefused] = useState<No>();
  const [busy, setBusy] = useState(false);
  const here = `/halls/${game}`;

  const goTo = async (asked: Promise<Asked<'table:set' | 'hall:play-now' | 'hall:find'>>) => {
    setBusy(true);
    const answer = await asked;
    if (answer.ok) window.location.assign(`/tables/${answer.tableId}`);
    else if (answer.code === 'not-signed-in') window.location.assign(signInPath(here));
    else {
      setBusy(false);
      setRefused(answer);
    }
  };
  const playNow = () => void goTo(clubSocket().ask('hall:play-now', { game }));
  usePlayNowLink(me, playNow);
  usePlayHouseLink(game);
  const set = (where: { number?: number; private?: boolean }) =>
    void goTo(clubSocket().ask('table:set', { game, ...where }));

  return (
    <div className={styles.hall}>
      <div className={styles.tables}>
        <div className={styles.bar}>
          <MemberAction className="button" returnTo={here} disabled={busy} onAct={playNow}>
            {t('playNow')}
          </MemberAction>
          <PlayTheHouse game={game} className="button plain">
            {house('playHere')}
          </PlayTheHouse>
          <MemberAction returnTo={here} disabled={busy} onAct={() => set({ private: true })}>
            {t('setPrivate')}
          </MemberAction>
          <FindByNumber
            disabled={busy}
            onFind={(number) => void goTo(clubSocket().ask('hall:find', { game, number }))}
          />
          <p className={styles.people}>
            <ConnectionDot />
            <span>{t('here', { count: state.here })}</span>
            {state.counts && <span>{t('online', { count: state.counts.players })}</span>}
          </p>
        </div>
        <p className={styles.hint}>{t('playNowHint')}</p>
        <ClubNotices />
        <RefusalNote no={refused} onClose={() => setRefused(undefined)} />
        <ul className={styles.slots} aria-label={t('tables')}>
          {slots.map(({ number, table }) => (
            <li key={number}>
              {table ? (
                <HallTable table={table} />
              ) : (
                <FreeSlot
                  number={number}
                  returnTo={here}
                  disabled={busy}
                  onSet={() => set({ number })}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      <ChatPanel
        room={`hall:${game}`}
        title={t('chat')}
        arrivals={arrivals}
        canSay={Boolean(me?.player)}
        returnTo={here}
      />
    </div>
  );
}
