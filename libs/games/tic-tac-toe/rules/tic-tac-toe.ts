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
  readonly forfeit: Gone | null;
  /** Where a computer plays for somebody (T15): who is away now, and for whom it has moved. */
  readonly absence?: { readonly away: Gone | null; readonly helped: readonly Seat[] };
}

interface Gone {
  readonly seat: Seat;
  readonly reason: 'time' | 'left';
}

export interface Action {
  readonly cell: number;
}

/** What everybody sees: all of it (T9), and the line that won. */
export interface View extends Pick<State, 'cells' | 'last' | 'forfeit'> {
  readonly line: Line | null;
}

const conventions: ConventionSchema = {
  groups: [tableGroup],
  fields: commonConventions({ moveTimeSec: 60, absence: true }),
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
  apply: (state, seat, { cell }) => ({
    ...state,
    cells: state.cells.with(cell, seat),
    last: cell,
    ...(state.absence?.away?.seat === seat && {
      absence: { ...state.absence, helped: [...new Set([...state.absence.helped, seat])] },
    }),
  }),
  absence: {
    away: (state, seat, reason) => ({
      ...state,
      absence: { away: { seat, reason }, helped: state.absence?.helped ?? [] },
    }),
    back: (state) => ({ ...state, absence: { away: null, helped: state.absence?.helped ?? [] } }),
  },
  forfeit: (state, seat, reason) => ({ ...state, forfeit: { seat, reason } }),
  result,
  viewFor: ({ cells, last, forfeit }) => ({ cells, last, forfeit, line: filledLine(cells) }),
  actionFor: (_state, _seat, action) => action,
  computers,
};

function result({ cells, forfeit, absence }: State): Result | undefined {
  if (forfeit) return lostBy(forfeit, absence?.away ?? null);
  const line = filledLine(cells);
  if (!line && !isFull(cells)) return undefined;
  if (absence?.away) return lostBy(absence.away, null); // T15
  const winner = line ? cells[line[0]]! : undefined;
  // T16: a win with the help of a computer is none.
  if (winner === undefined || absence?.helped.includes(winner))
    return { places: [1, 1], scores: [0.5, 0.5], reason: 'played', fine: 0 };
  const scores = winner === 0 ? [1, 0] : [0, 1];
  return { places: placesWonBy(winner), scores, reason: 'played', fine: 0 };
}

/** T8; when the other one is away too, both have lost. */
function lostBy({ seat: offender, reason }: Gone, away: Gone | null): Result {
  const rest = { reason, offender, fine: 1 };
  if (away && away.seat !== offender) return { places: [1, 1], scores: [-1, -1], ...rest };
  return {
    places: placesWonBy(other(offender)),
    scores: offender === 0 ? [-1, 1] : [1, -1],
    ...rest,
  };
}

function placesWonBy(winner: Seat): number[] {
  return winner === 0 ? [1, 2] : [2, 1];
}

function other(seat: Seat): Seat {
  return 1 - seat;
}
