import {
  commonConventions,
  tableGroup,
  type ConventionSchema,
  type Game,
  type Result,
  type Seat,
} from '@trellis/games/kit';
import {
  emptyCells,
  filledLine,
  isFull,
  noMarks,
  toMove,
  type Cells,
  type Line,
} from './board-lines.js';
import { computers } from './computers.js';

export interface State {
  readonly cells: Cells;
  /** The cell of the last move; null before the first. */
  readonly last: number | null;
  /** Who closed the game by running out of time or leaving; null as long as nobody did. */
  readonly forfeit: { readonly seat: Seat; readonly reason: 'time' | 'left' } | null;
}

export interface Action {
  readonly cell: number;
}

/** What everybody sees: all of it (T9), and the line that won. */
export interface View extends State {
  readonly line: Line | null;
}

const conventions: ConventionSchema = {
  groups: [tableGroup],
  fields: commonConventions({ moveTimeSec: 60 }),
  presets: [
    { id: 'standard', label: { en: 'Standard', ru: 'Обычная', es: 'Normal' }, values: {} },
    {
      id: 'quick',
      label: { en: 'Quick', ru: 'Быстрая', es: 'Rápida' },
      values: { moveTimeSec: 15 },
    },
  ],
};

export const ticTacToe: Game<State, Action, View> = {
  name: 'tic-tac-toe',
  rulesVersion: 1,
  conventions,
  seats: () => 2,
  start: () => ({ cells: noMarks, last: null, forfeit: null }),
  toAct: (state) => (result(state) ? [] : [toMove(state.cells)]),
  legalActions: (state, seat) =>
    ticTacToe.toAct(state).includes(seat) ? emptyCells(state.cells).map((cell) => ({ cell })) : [],
  apply: (state, seat, { cell }) => ({ ...state, cells: state.cells.with(cell, seat), last: cell }),
  forfeit: (state, seat, reason) => ({ ...state, forfeit: { seat, reason } }),
  result,
  viewFor: ({ cells, last, forfeit }) => ({ cells, last, forfeit, line: filledLine(cells) }),
  actionFor: (_state, _seat, action) => action,
  computers,
};

function result({ cells, forfeit }: State): Result | undefined {
  if (forfeit) {
    const { seat: offender, reason } = forfeit;
    const scores = offender === 0 ? [-1, 1] : [1, -1];
    return { places: placesWonBy(other(offender)), scores, reason, offender, fine: 1 };
  }
  const line = filledLine(cells);
  if (line) {
    const winner = cells[line[0]]!;
    return {
      places: placesWonBy(winner),
      scores: winner === 0 ? [1, 0] : [0, 1],
      reason: 'played',
      fine: 0,
    };
  }
  if (isFull(cells)) return { places: [1, 1], scores: [0.5, 0.5], reason: 'played', fine: 0 };
  return undefined;
}

function placesWonBy(winner: Seat): number[] {
  return winner === 0 ? [1, 2] : [2, 1];
}

function other(seat: Seat): Seat {
  return 1 - seat;
}
