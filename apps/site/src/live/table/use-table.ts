'use client';

import type { Conventions } from '@trellis/games/kit';
import type { Answer } from '@trellis/wire';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { askUntilAnswered, type ClubSocket, type No } from '../club-socket';
import { clubSocket, useClubState } from '../use-club-socket';
import { nothingSeen, reduceTable } from './table-state';
import { useAutomatic } from './use-automatic';
import { usePast } from './use-past';

export type TableRequests = ReturnType<typeof useTable>['requests'];

/** Joins a table and keeps its newest view; whatever is asked of it shows its refusal in `refused`. */
export function useTable(tableId: string) {
  const { arrivals } = useClubState();
  const [state, tell] = useReducer(reduceTable, nothingSeen);
  const [refused, setRefused] = useState<No>();
  const [busy, setBusy] = useState(false);
  /** The `seq` from which an action is on its way: until a newer view comes, nothing else can be done. */
  const [actedFrom, setActedFrom] = useState<number>();

  useEffect(
    () =>
      clubSocket().on('table:view', (view) => {
        if (view.id === tableId) tell({ kind: 'view', view, at: Date.now() });
      }),
    [tableId],
  );

  useEffect(() => {
    if (arrivals === 0) return;
    let wanted = true;
    const isWanted = () => wanted;
    void askUntilAnswered(() => clubSocket().ask('table:look', { tableId }), isWanted).then(
      (answer) => {
        if (!wanted) return;
        if (answer.ok) tell({ kind: 'looked', view: answer.view, at: Date.now() });
        else tell({ kind: 'gone', no: answer });
      },
    );
    return () => {
      wanted = false;
    };
  }, [arrivals, tableId]);

  useEffect(() => () => void clubSocket().ask('table:unlook', { tableId }), [tableId]);

  const settle = useCallback(async (asked: Promise<Answer>): Promise<boolean> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setRefused(answer.ok ? undefined : answer);
    return answer.ok;
  }, []);

  const past = usePast(tableId, state.view);
  useAutomatic(tableId, state.view, state.looks);
  const seq = state.view?.seq;
  const act = useCallback(
    (action: unknown) => {
      if (seq === undefined) return;
      setActedFrom(seq);
      void settle(clubSocket().ask('table:act', { tableId, after: seq, action })).then((done) => {
        if (!done) setActedFrom(undefined);
      });
    },
    [seq, settle, tableId],
  );

  const requests = useMemo(() => {
    const ask: ClubSocket['ask'] = (event, payload) => clubSocket().ask(event, payload);
    return {
      sit: (seat: number) => settle(ask('table:sit', { tableId, seat })),
      stand: () => settle(ask('table:stand', { tableId })),
      seatComputer: (seat: number, level: string) =>
        settle(ask('table:seat-computer', { tableId, seat, level })),
      clearSeat: (seat: number) => settle(ask('table:clear-seat', { tableId, seat })),
      choose: (preset: string, conventions: Conventions) =>
        settle(ask('table:conventions', { tableId, preset, conventions })),
      cancel: () => settle(ask('table:cancel', { tableId })),
      leave: () => settle(ask('table:leave', { tableId })),
      comeBack: () => settle(ask('table:return', { tableId })),
      rematch: () => settle(ask('table:rematch', { tableId })),
    };
  }, [settle, tableId]);

  const isActing = actedFrom !== undefined && actedFrom === seq;
  return {
    ...state,
    past,
    act,
    requests,
    busy,
    /** An action is on its way. */
    isActing,
    refused,
    forgetRefusal: useCallback(() => setRefused(undefined), []),
  };
}
