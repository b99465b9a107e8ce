'use client';

import type { TableView } from '@trellis/wire';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { askUntilAnswered } from '../club-socket';
import { automatic } from '../notices/switch-store';
import { hasRoutine } from './has-routine';
import { clubSocket } from '../use-club-socket';

/** Tells the club whether forced cards are to be played for this player: when he changes his mind, and after each look, for the club forgets it. */
export function useAutomatic(tableId: string, view: TableView | undefined, looks: number): void {
  const on = useSyncExternalStore(automatic.watch, automatic.read, () => false);
  const game = view?.phase === 'playing' && view.viewer !== 'spectator' ? view.game : undefined;
  const told = useRef(false);
  useEffect(() => {
    if (looks === 0 || game === undefined || (!on && !told.current)) return;
    let wanted = true;
    told.current = true;
    const ask = () => clubSocket().ask('table:automatic', { tableId, on });
    void hasRoutine(game).then((has) => {
      if (has) void askUntilAnswered(ask, () => wanted);
    });
    return () => {
      wanted = false;
    };
  }, [tableId, game, looks, on]);
}
