import { createContext, useContext } from 'react';
import type { BoardProps } from '@trellis/games/kit';
import type { Action, View } from '@trellis/games/preferans/rules';
import type { Messages } from '../messages/messages';
import type { BoardSettings } from '../settings';
import type { Where } from './places';

/** What every part of the board looks at. */
export interface TableAtHand extends BoardProps<View, Action> {
  readonly say: Messages;
  readonly names: readonly string[];
  readonly places: readonly Where[];
  readonly settings: BoardSettings;
}

const Context = createContext<TableAtHand | undefined>(undefined);

export const TableProvider = Context.Provider;

export function useTableAtHand(): TableAtHand {
  const table = useContext(Context);
  if (!table) throw new Error('A part of the board stands outside of a table.');
  return table;
}
