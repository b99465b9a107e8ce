'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMe } from '../../personal/use-me';
import { ChatPanel, type ChatTab } from '../chat/chat-panel';
import { play } from '../notices/tones';

/**
 * Everybody at the table talks together, except that while a game runs who watches talks apart and
 * only reads what the players say.
 */
export function TableChat({ view, looks }: { view: TableView; looks: number }) {
  const t = useTranslations('table');
  const me = useMe();
  const member = Boolean(me?.player);
  const apart = view.phase === 'playing' && view.viewer === 'spectator';
  const [chosen, setChosen] = useState<string>();

  const rooms: readonly (ChatTab & { canSay: boolean })[] = apart
    ? [
        { room: `watchers:${view.id}`, label: t('chatWatchers'), canSay: member },
        { room: `table:${view.id}`, label: t('chatPlayers'), canSay: false },
      ]
    : [{ room: `table:${view.id}`, label: t('chat'), canSay: member }];
  const current = rooms.find(({ room }) => room === chosen) ?? rooms[0]!;

  return (
    <ChatPanel
      room={current.room}
      title={current.label}
      arrivals={looks}
      canSay={current.canSay}
      returnTo={`/tables/${view.id}`}
      tabs={rooms.length > 1 ? rooms : undefined}
      onTab={setChosen}
      onNews={() => play('chat')}
    />
  );
}
