import type { TableView } from '@trellis/wire';
import { useEffect, useRef } from 'react';
import { keepSeen } from '../../fairness/seen-deals';
import { hexOf } from '../../fairness/verify-deals';
import { clubSocket } from '../use-club-socket';

/**
 * As soon as a game has begun: notes what the club commits to, and adds randomness of this browser to the shuffles.
 * By itself; whoever sits there has nothing to do. After a lost connection (`looks`) it is sent again, and counts once.
 */
export function useContribution(view: TableView | undefined, looks: number): void {
  const sent = useRef<string>(undefined);
  const { id: tableId, gameId, commitment } = view ?? {};
  useEffect(() => {
    const occasion = `${gameId} ${looks}`;
    if (!tableId || !gameId || !commitment || sent.current === occasion) return;
    sent.current = occasion;
    keepSeen(gameId, { commitment, contribution: null });
    const contribution = hexOf(crypto.getRandomValues(new Uint8Array(32)));
    void clubSocket()
      .ask('table:contribute', { tableId, gameId, contribution })
      .then((answer) => {
        if (answer.ok) keepSeen(gameId, { commitment, contribution: answer.counts });
      });
  }, [tableId, gameId, commitment, looks]);
}
