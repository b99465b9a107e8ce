// The site reads a game's face on every page that names a game; what only some pages show is fetched there. It is asked for from
// here because this file is of the browser: of all that a file of the server can fetch, its pages would load the components at once.
'use client';

import { lazy, Suspense } from 'react';
import type { BoardProps, Lang, Words } from '@trellis/games/kit';
import type { Action, FoldedView } from '@trellis/games/preferans/rules';
import { fetchMessages } from './messages/messages';

const boardIn = (lang: Lang) =>
  lazy(async () => {
    const [{ UnfoldedBoard }] = await Promise.all([import('./at-table'), fetchMessages([lang])]);
    return { default: UnfoldedBoard };
  });
const boards = { en: boardIn('en'), ru: boardIn('ru'), es: boardIn('es') };

/** The only words that are needed before the board with all its words is there. */
const waiting: Words = {
  en: 'The table is being laid…',
  ru: 'Стол накрывается…',
  es: 'Se prepara la mesa…',
};

export function BoardOnDemand(props: BoardProps<FoldedView, Action>) {
  const Board = boards[props.lang];
  return (
    <Suspense fallback={<p role="status">{waiting[props.lang]}</p>}>
      <Board {...props} />
    </Suspense>
  );
}

export const agreementOnDemand = async () => (await import('./at-table')).agreement;

export async function analysisOnDemand() {
  const [{ analysis }] = await Promise.all([import('./analysis'), fetchMessages()]);
  return analysis;
}
