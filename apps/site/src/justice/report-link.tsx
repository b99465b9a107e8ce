'use client';

import type { PlayerCard } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { useMe } from '../personal/use-me';
import styles from './justice.module.css';

/** The way to a report; nothing for visitors, and for oneself. */
export function ReportLink({ player, gameId }: { player: PlayerCard; gameId?: string }) {
  const t = useTranslations('justice');
  const me = useMe();
  if (!me?.player || me.player.id === player.id || player.former) return null;
  const query = new URLSearchParams({ players: player.id, ...(gameId && { game: gameId }) });
  return (
    <a className={gameId ? styles.report : 'button plain'} href={`/report?${query}`} rel="nofollow">
      {gameId ? t('reportName', { name: player.name }) : t('report')}
    </a>
  );
}
