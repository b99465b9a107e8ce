import {
  admit,
  checkGame,
  IllegalAction,
  presetConventions,
  resolveConventions,
  type Seat,
} from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { ticTacToe, type State } from './tic-tac-toe.js';

const start = () => ticTacToe.start(resolveConventions(ticTacToe.conventions));

/** Plays the cells in turn, through the same door as a table does. */
function played(...cells: number[]): State {
  return cells.reduce<State>((state, cell) => {
    const [seat] = ticTacToe.toAct(state);
    return move(state, seat!, cell);
  }, start());
}

function move(state: State, seat: Seat, cell: number): State {
  return ticTacToe.apply(state, seat, admit(ticTacToe, state, seat, { cell }) as { cell: number });
}

const drawnGame = [0, 1, 2, 4, 3, 5, 7, 6, 8];

describe('the game', () => {
  test('T1: two players and nine empty cells', () => {
    expect(ticTacToe.seats(resolveConventions(ticTacToe.conventions))).toBe(2);
    expect(start().cells).toEqual([null, null, null, null, null, null, null, null, null]);
  });

  test('T2: seat 0 moves first, then the seats take turns', () => {
    expect(ticTacToe.toAct(start())).toEqual([0]);
    expect(ticTacToe.toAct(played(4))).toEqual([1]);
    expect(ticTacToe.toAct(played(4, 0))).toEqual([0]);
  });

  test('T3: a move takes one empty cell', () => {
    expect(played(4).cells).toEqual([null, null, null, null, 0, null, null, null, null]);
    expect(played(4, 8).cells[8]).toBe(1);
  });

  test.each([
    ['a taken cell', played(4), 1, { cell: 4 }],
    ['a cell off the board', played(4), 1, { cell: 9 }],
    ['something that is no move', played(4), 1, 'middle'],
    ['a move out of turn', played(4), 0, { cell: 0 }],
    ['a move after a win', played(0, 3, 1, 4, 2), 1, { cell: 8 }],
    ['a move after a draw', played(...drawnGame), 1, { cell: 0 }],
  ])('T3: %s is refused', (_what, state, seat, action) => {
    expect(() => admit(ticTacToe, state, seat, action)).toThrow(IllegalAction);
  });

  test.each([
    ['a row', [0, 3, 1, 4, 2]],
    ['the middle row', [3, 0, 4, 1, 5]],
    ['the last row', [6, 0, 7, 1, 8]],
    ['a column', [0, 1, 3, 4, 6]],
    ['the middle column', [1, 0, 4, 3, 7]],
    ['the last column', [2, 0, 5, 3, 8]],
    ['a diagonal', [0, 1, 4, 2, 8]],
    ['the other diagonal', [2, 0, 4, 1, 6]],
  ])('T4: %s wins for seat 0', (_line, cells) => {
    expect(ticTacToe.result(played(...cells.slice(0, -1)))).toBeUndefined();
    expect(ticTacToe.result(played(...cells))?.places).toEqual([1, 2]);
  });

  test('T4: a line wins for seat 1 too', () => {
    expect(ticTacToe.result(played(0, 3, 1, 4, 8, 5))?.places).toEqual([2, 1]);
  });

  test('T4: a line that is filled with the last cell wins; it is no draw', () => {
    const state = played(0, 1, 2, 3, 4, 5, 7, 6, 8);
    expect(state.cells).not.toContain(null);
    expect(ticTacToe.result(state)?.places).toEqual([1, 2]);
  });

  test('T5: a full board without a line is a draw, and not before', () => {
    expect(ticTacToe.result(played(...drawnGame.slice(0, -1)))).toBeUndefined();
    expect(ticTacToe.result(played(...drawnGame))?.places).toEqual([1, 1]);
  });
});

describe('the result', () => {
  test('T6: the winner scores 1, the loser 0', () => {
    expect(ticTacToe.result(played(0, 3, 1, 4, 2))).toEqual({
      places: [1, 2],
      scores: [1, 0],
      reason: 'played',
      fine: 0,
    });
  });

  test('T7: a draw is half a point each', () => {
    expect(ticTacToe.result(played(...drawnGame))).toEqual({
      places: [1, 1],
      scores: [0.5, 0.5],
      reason: 'played',
      fine: 0,
    });
  });

  test('T8: who runs out of time has lost and pays 1 point', () => {
    const closed = ticTacToe.forfeit(played(4, 0, 2), 1, 'time');
    expect(ticTacToe.result(closed)).toEqual({
      places: [1, 2],
      scores: [1, -1],
      reason: 'time',
      offender: 1,
      fine: 1,
    });
    expect(ticTacToe.toAct(closed)).toEqual([]);
  });

  test('T8: so has who leaves, even when it is not his turn', () => {
    const closed = ticTacToe.forfeit(played(4), 0, 'left');
    expect(ticTacToe.result(closed)).toEqual({
      places: [2, 1],
      scores: [-1, 1],
      reason: 'left',
      offender: 0,
      fine: 1,
    });
  });

  test('T9: both seats and spectators see the board, the last move and the line that won', () => {
    const state = played(0, 3, 1, 4, 2);
    for (const viewer of [0, 1, 'spectator'] as const) {
      expect(ticTacToe.viewFor(state, viewer)).toEqual({
        cells: state.cells,
        last: 2,
        line: [0, 1, 2],
        forfeit: null,
      });
      expect(ticTacToe.actionFor(played(0), 1, { cell: 3 }, viewer)).toEqual({ cell: 3 });
    }
  });
});

test('T14: a minute a decision, 15 seconds in a quick game', () => {
  expect(presetConventions(ticTacToe.conventions, 'standard')).toEqual({
    moveTimeSec: 60,
    timeBankSec: 0,
    absent: 'closed',
    rated: true,
    ratedWithHouse: false,
  });
  expect(presetConventions(ticTacToe.conventions, 'quick')).toMatchObject({ moveTimeSec: 15 });
});

describe('a computer plays for who is away', () => {
  const { away, back } = ticTacToe.absence!;

  test('T15: he has lost when he is not back at the end, whatever the computer reached', () => {
    const gone = away(played(0, 3), 0, 'time');
    const won = move(move(move(gone, 0, 1), 1, 4), 0, 2);
    expect(won.cells.filter((mark) => mark === 0)).toHaveLength(3);
    expect(ticTacToe.result(won)).toMatchObject({
      ...{ places: [2, 1], scores: [-1, 1], reason: 'time', offender: 0, fine: 1 },
    });
  });

  test('T15: when the other one goes too both have lost', () => {
    const alone = away(played(0, 3), 0, 'left');
    expect(ticTacToe.result(ticTacToe.forfeit(alone, 1, 'left'))).toMatchObject({
      ...{ places: [1, 1], scores: [-1, -1], offender: 1 },
    });
  });

  test('T16: a win with its help is a draw; a win of his own moves stays one', () => {
    const helped = move(back(move(away(played(0, 3), 0, 'left'), 0, 1), 0), 1, 4);
    expect(ticTacToe.result(move(helped, 0, 2))).toMatchObject({ places: [1, 1], fine: 0 });
    const unhelped = back(away(played(0, 3, 1, 4), 0, 'left'), 0);
    expect(ticTacToe.result(move(unhelped, 0, 2))).toMatchObject({ places: [1, 2] });
  });

  test('T16: a loss stays a loss', () => {
    const helped = back(move(away(played(0, 3, 1, 4), 0, 'left'), 0, 8), 0);
    expect(ticTacToe.result(move(helped, 1, 5))).toMatchObject({ places: [2, 1] });
  });
});

test('random games keep every promise of the kit', () => {
  checkGame(ticTacToe, { games: 100, seed: 2026 });
});
