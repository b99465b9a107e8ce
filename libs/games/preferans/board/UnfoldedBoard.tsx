import { useMemo } from 'react';
import type { BoardProps } from '@trellis/games/kit';
import { legalCalls, unfold, type Action, type FoldedView } from '@trellis/games/preferans/rules';
import { PreferansBoard } from './PreferansBoard';

/** Views travel folded, and the ladder of an auction is too long to travel with them. */
export function UnfoldedBoard({ view, legal, ...props }: BoardProps<FoldedView, Action>) {
  const { viewer, busy } = props;
  const unfolded = useMemo(() => unfold(view), [view]);
  const offered = useMemo(
    () => (legal.length === 0 && !busy ? legalCalls(unfolded, viewer) : legal),
    [legal, busy, unfolded, viewer],
  );
  return <PreferansBoard {...props} view={unfolded} legal={offered} />;
}
