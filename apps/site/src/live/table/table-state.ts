import type { TableView } from '@trellis/wire';
import type { No } from '../club-socket';

export interface TableState {
  readonly view: TableView | undefined;
  /** When `view` arrived (ms): its clocks count down from here. */
  readonly at: number;
  /** Why the table cannot be looked at, e.g. `no-such-table`. */
  readonly gone: No | undefined;
  /** How often the table was looked at anew: after each, the server knows again that we are near. */
  readonly looks: number;
}

export type TableNews =
  | { readonly kind: 'view'; readonly view: TableView; readonly at: number }
  /** The answer to looking at the table, at first and after a lost connection. */
  | { readonly kind: 'looked'; readonly view: TableView; readonly at: number }
  | { readonly kind: 'gone'; readonly no: No };

export const nothingSeen: TableState = { view: undefined, at: 0, gone: undefined, looks: 0 };

/**
 * Keeps the newest view. One with the same `seq` is a refresh (presence, names, clocks) and is taken
 * too, but does not forget what happened at that step: the board may still be showing it.
 */
export function reduceTable(state: TableState, news: TableNews): TableState {
  if (news.kind === 'gone') return { ...state, gone: news.no };
  const { view, at } = news;
  const known = state.view;
  const looks = state.looks + (news.kind === 'looked' ? 1 : 0);
  if (known && view.seq < known.seq) return { ...state, looks };
  const isRefresh = known !== undefined && view.seq === known.seq;
  return {
    view: isRefresh ? { ...view, happened: known.happened } : view,
    at,
    gone: undefined,
    looks,
  };
}
