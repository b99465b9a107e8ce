'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { InviteFriends } from '../../people/invite-friends';
import { ConventionsList } from '../conventions/conventions-list';
import type { Agreed } from '../conventions/use-agreed';
import { GatheringSeat } from './gathering-seat';
import { ShareTable } from './share-table';
import type { TableRequests } from './use-table';
import styles from './gathering.module.css';

interface Props {
  readonly view: TableView;
  readonly agreed: Agreed | undefined;
  readonly requests: TableRequests;
  readonly busy: boolean;
}

/** People come near, read the conventions, sit down and get up; the last seat starts the game. */
export function Gathering({ view, agreed, requests, busy }: Props) {
  const t = useTranslations('table');
  const c = useTranslations('conventions');
  const free = view.seats.filter(({ kind }) => kind === 'empty' || kind === 'reserved').length;
  const seated = view.viewer !== 'spectator';
  return (
    <>
      <section className={styles.felt} aria-label={t('seats')}>
        <p className={styles.lead}>{t('waiting', { count: free })}</p>
        <ol className={styles.seats}>
          {view.seats.map((_seat, i) => (
            <GatheringSeat key={i} view={view} seat={i} requests={requests} busy={busy} />
          ))}
        </ol>
        <p className={styles.hint}>{t('startsByItself')}</p>
        {seated && (
          <p className={styles.actions}>
            <button
              type="button"
              className={styles.stand}
              disabled={busy}
              onClick={() => void requests.stand()}
            >
              {t('stand')}
            </button>
          </p>
        )}
      </section>
      <ShareTable number={view.number} />
      {seated && <InviteFriends tableId={view.id} />}
      {agreed && (
        <section className="panel">
          <h2 className={styles.heading}>{c('agreed')}</h2>
          <ConventionsList game={view.game} {...agreed} />
        </section>
      )}
    </>
  );
}
