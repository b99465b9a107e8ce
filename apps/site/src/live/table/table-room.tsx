'use client';

import { isOfHouse, isOfVisitors } from '@trellis/facade';
import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useMe } from '../../personal/use-me';
import { agreedAt } from '../conventions/agreed-at';
import { ConventionDialog } from '../conventions/convention-dialog';
import { ConventionsList } from '../conventions/conventions-list';
import { ConventionsSummary } from '../conventions/conventions-summary';
import { FirstSteps } from '../house/first-steps';
import { HouseHint } from '../house/house-hint';
import { VisitorHint } from '../house/visitor-hint';
import { LiveRegion } from '../notices/live-region';
import { NoticeSettings } from '../notices/notice-settings';
import { useTableNotices } from '../notices/use-table-notices';
import { RefusalNote } from '../parts/refusal-note';
import { BeingSet } from './being-set';
import { FairDeal } from './fair-deal';
import { Gathering } from './gathering';
import { LeaveGame } from './leave-game';
import { Outcome } from './outcome';
import { Play } from './play';
import { PlayedFor } from './played-for';
import { TableChat } from './table-chat';
import { useContribution } from './use-contribution';
import type { useTable } from './use-table';
import styles from './table-screen.module.css';

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
  const conventions = agreedAt(view);
  const choosesHere = phase === 'convention' && !!me?.player && me.player.id === view.setBy?.id;
  const seated = view.viewer !== 'spectator';
  useTableNotices(view, at);
  useContribution(view, table.looks);

  return (
    <div className={styles.room}>
      <div className={styles.middle}>
        {!choosesHere && <RefusalNote no={refused} onClose={forgetRefusal} />}
        {choosesHere && (
          <ConventionDialog view={view} at={at} requests={requests} busy={busy} refused={refused} />
        )}
        {phase === 'convention' && <BeingSet view={view} at={at} />}
        {phase === 'gathering' && <Gathering view={view} requests={requests} busy={busy} />}
        {phase === 'finished' && <Outcome view={view} requests={requests} busy={busy} />}
        {phase === 'playing' && <PlayedFor view={view} requests={requests} busy={busy} />}
        {(phase === 'playing' || phase === 'finished') && <Play table={table} view={view} />}
      </div>
      <aside className={styles.side}>
        {isOfVisitors(view.id) && phase === 'playing' && <FirstSteps game={game} />}
        {conventions && phase !== 'gathering' && (
          <details className={styles.agreed}>
            <summary>
              {t('agreed')}
              <ConventionsSummary game={game} values={conventions} />
            </summary>
            <ConventionsList game={game} values={conventions} />
          </details>
        )}
        {(phase === 'playing' || phase === 'finished') && <FairDeal view={view} />}
        <div className={styles.tools}>
          <NoticeSettings game={game} seated={seated} />
          {phase === 'playing' && seated && !view.seats[Number(view.viewer)]?.relieved && (
            <LeaveGame view={view} requests={requests} busy={busy} />
          )}
        </div>
        {isOfVisitors(view.id) ? (
          <VisitorHint tableId={view.id} />
        ) : isOfHouse(view.id) ? (
          <HouseHint game={game} />
        ) : (
          <TableChat view={view} looks={table.looks} />
        )}
      </aside>
      <LiveRegion />
    </div>
  );
}
