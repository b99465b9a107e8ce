// The site reads a game's face on every page that names a game; the board itself is fetched at a table.
'use client';

import { lazy, Suspense } from 'react';
import type { BoardProps, Words } from '@trellis/games/kit';
import type { Action, FoldedView } from '@trellis/games/preferans/rules';

const Board = lazy(async () => ({ default: (await import('./UnfoldedBoard')).UnfoldedBoard }));

/** The only words that are needed before the board with all its words is there. */
const waiting: Words = {
  en: 'The table is being laid…',
  ru: 'Стол накрывается…',
  es: 'Se prepara la mesa…',
};

export function BoardOnDemand(props: BoardProps<FoldedView, Action>) {
  return (
    <Suspense fallback={<p role="status">{waiting[props.lang]}</p>}>
      <Board {...props} />
    </Suspense>
  );
}
