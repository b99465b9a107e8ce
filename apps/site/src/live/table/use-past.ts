'use client';

import type { TableView } from '@trellis/wire';
import { useEffect, useState } from 'react';
import { askUntilAnswered } from '../club-socket';
import { clubSocket } from '../use-club-socket';

interface Past {
  readonly gameId: string | undefined;
  readonly lines: readonly unknown[];
}

/** What is over in this game and left out of its views: each line is asked for once, as soon as a view tells of it. */
export function usePast(tableId: string, view: TableView | undefined): readonly unknown[] {
  const [kept, setKept] = useState<Past>({ gameId: undefined, lines: nothing });
  const gameId = view?.gameId;
  const lines = kept.gameId === gameId ? kept.lines : nothing;
  const from = lines.length;
  const missing = (view?.past ?? 0) - from;

  useEffect(() => {
    if (missing <= 0) return;
    let wanted = true;
    const ask = () => clubSocket().ask('table:past', { tableId, from });
    void askUntilAnswered(ask, () => wanted).then((answer) => {
      if (!wanted || !answer.ok || answer.gameId !== gameId) return;
      setKept((known) => {
        const before = known.gameId === gameId ? known.lines : nothing;
        return { gameId, lines: [...before.slice(0, from), ...answer.past] };
      });
    });
    return () => {
      wanted = false;
    };
  }, [tableId, gameId, from, missing]);

  return lines;
}

const nothing: readonly unknown[] = [];
