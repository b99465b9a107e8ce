'use client';

import { isOfHouse, isOfVisitors } from '@trellis/facade';
import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../personal/use-me';
import { ConventionsList } from '../conventions/conventions-list';
import { ConventionsSummary } from '../conventions/conventions-summary';
import { useAgreed } from '../conventions/use-agreed';
import { LiveRegion } from '../notices/live-region';
import { NoticeSettings } from '../notices/notice-settings';
import { useTableNotices } from '../notices/use-table-notices';
import { RefusalNote } from '../parts/refusal-note';
import { FairDeal } from './fair-deal';
import { LeaveGame } from './leave-game';
import { Play } from './play';
import { PlayedFor } from './played-for';
import { TableChat } from './table-chat';
import { useContribution } from './use-contribution';
import type { useTable } from './use-table';
import styles from './table-screen.module.css';

/** Who comes to a game that is played needs none of these. */
const BeingSet = lazy(async () => ({ default: (await import('./being-set')).BeingSet }));
const ConventionDialog = lazy(async () => ({
  default: (await import('../conventions/convention-dialog')).ConventionDialog,
}));
const Gathering = lazy(async () => ({ default: (await import('./gathering')).Gathering }));
const FirstSteps = lazy(async () => ({
  default: (await import('../house/first-steps')).FirstSteps,
}));
const HouseHint = lazy(async () => ({ default: (await import('../house/house-hint')).HouseHint }));
const VisitorHint = lazy(async () => ({
  default: (await import('../house/visitor-hint')).VisitorHint,
}));
const PlaysElsewhere = lazy(async () => ({
  default: (await import('./plays-elsewhere')).PlaysElsewhere,
}));
const Outcome = lazy(async () => ({ default: (await import('./outcome')).Outcome }));

interface Props {
  readonly table: ReturnType<typeof useTable>;
  readonly view: TableView;
}

/** The table in the middle, what is agreed and what is said beside it. */
export function TableRoom({ table, view }: Props) {
  const t = useTranslations('conventions');
  const me = useMe();
  const { at, requests, busy, refused, forgetRefusal } = table;
  const { phase, game } = view;
  const agreed = useAgreed(view);
  const choosesHere = phase === 'convention' && !!me?.player && me.player.id === view.setBy?.id;
  const seated = view.viewer !== 'spectator';
  // A visitor is known by his browser, so he has no other one.
  const plays = phase === 'playing' && seated && !isOfVisitors(view.id);
  const [elsewhere, setElsewhere] = useState(false);
  const mirrors = plays && elsewhere;
  useTableNotices(view, at);
  useContribution(view, table.looks);

  return (
    <div className={styles.room}>
      <div className={styles.middle}>
        {!choosesHere && <RefusalNote no={refused} onClose={forgetRefusal} />}
        <Suspense>
          {choosesHere && (
            <ConventionDialog
              view={view}
              at={at}
              requests={requests}
              busy={busy}
              refused={refused}
            />
          )}
          {phase === 'gathering' && (
            <Gathering view={view} agreed={agreed} requests={requests} busy={busy} />
          )}
          {phase === 'convention' && <BeingSet view={view} at={at} />}
        </Suspense>
        <Suspense>
          {phase === 'finished' && <Outcome view={view} requests={requests} busy={busy} />}
        </Suspense>
        <Suspense>
          {plays && <PlaysElsewhere view={view} looks={table.looks} onChange={setElsewhere} />}
        </Suspense>
        {phase === 'playing' && (
          <PlayedFor view={view} requests={requests} busy={busy || mirrors} />
        )}
        {(phase === 'playing' || phase === 'finished') && (
          <Play table={table} view={view} mirrors={mirrors} />
        )}
      </div>
      <aside className={styles.side}>
        <Suspense>
          {isOfVisitors(view.id) && phase === 'playing' && <FirstSteps game={game} />}
        </Suspense>
        {agreed && phase !== 'gathering' && (
          <details className={styles.agreed}>
            <summary>
              {t('agreed')}
              <ConventionsSummary {...agreed} />
            </summary>
            <ConventionsList game={view.game} {...agreed} />
          </details>
        )}
        {(phase === 'playing' || phase === 'finished') && <FairDeal view={view} />}
        <div className={styles.tools}>
          <NoticeSettings game={game} seated={seated} />
          {phase === 'playing' && seated && !view.seats[Number(view.viewer)]?.relieved && (
            <LeaveGame view={view} agreed={agreed} requests={requests} busy={busy || mirrors} />
          )}
        </div>
        <Suspense>
          {isOfVisitors(view.id) ? (
            <VisitorHint tableId={view.id} />
          ) : isOfHouse(view.id) ? (
            <HouseHint game={game} />
          ) : (
            <TableChat view={view} looks={table.looks} />
          )}
        </Suspense>
      </aside>
      <LiveRegion />
    </div>
  );
}
