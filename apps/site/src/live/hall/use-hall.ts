'use client';

import type { HallPage } from '@trellis/facade';
import { useEffect, useReducer } from 'react';
import { askUntilAnswered } from '../club-socket';
import { clubSocket, useClubState } from '../use-club-socket';
import { fromPage, reduceHall, type HallState } from './hall-state';

/** Starts from what the server rendered and stays live; after a lost connection it enters again. */
export function useHall(game: string, initial: HallPage): HallState {
  const { arrivals } = useClubState();
  const [state, tell] = useReducer(reduceHall, initial, fromPage);

  useEffect(
    () =>
      clubSocket().on('hall:changes', (changes) => {
        if (changes.game === game) tell({ kind: 'changes', changes });
      }),
    [game],
  );

  useEffect(() => {
    if (arrivals === 0) return;
    let wanted = true;
    const isWanted = () => wanted;
    void askUntilAnswered(() => clubSocket().ask('hall:enter', { game }), isWanted).then(
      (answer) => {
        if (wanted && answer.ok) tell({ kind: 'snapshot', snapshot: answer });
      },
    );
    return () => {
      wanted = false;
    };
  }, [arrivals, game]);

  useEffect(() => () => void clubSocket().ask('hall:leave', {}), [game]);

  return state;
}
