import { resolveConventions, seededRandom, type Computer, type Seat } from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { ticTacToe, type Action, type State, type View } from './tic-tac-toe.js';

const start = ticTacToe.start(resolveConventions(ticTacToe.conventions));

function computer(level: string): Computer<View, Action> {
  return ticTacToe.computers.find((each) => each.level === level)!;
}

function choice(level: string, state: State, random: () => number): number {
  const [seat] = ticTacToe.toAct(state);
  return computer(level).choose(
    ticTacToe.viewFor(state, seat!),
    ticTacToe.legalActions(state, seat!),
    random,
  ).cell;
}

function position(...cells: (Seat | null)[]): State {
  return { cells, last: null, forfeit: null };
}

/** How often each cell is chosen in many tries. */
function choices(level: string, state: State, tries = 900): Map<number, number> {
  const random = seededRandom(7);
  const counts = new Map<number, number>();
  for (let i = 0; i < tries; i++) {
    const cell = choice(level, state, random);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

const cellsOf = (counts: Map<number, number>) => [...counts.keys()].sort((a, b) => a - b);

const _ = null;

test('the computers are easy, club and perfect, weakest first', () => {
  expect(ticTacToe.computers.map(({ level }) => level)).toEqual(['easy', 'club', 'perfect']);
});

test('T10: easy takes every empty cell about equally often', () => {
  const counts = choices('easy', start);
  expect(cellsOf(counts)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(40);
});

describe('T11: club', () => {
  test('fills a line with one empty cell, whoever marked it', () => {
    expect(cellsOf(choices('club', position(0, 0, _, _, _, _, _, _, 1)))).toEqual([2, 4]);
    expect(cellsOf(choices('club', position(0, 1, _, _, _, _, _, _, _)))).toEqual([2]);
  });

  test('else takes a cell of a line with two empty cells', () => {
    expect(cellsOf(choices('club', position(_, 0, _, _, _, _, _, _, _)))).toEqual([0, 2, 4, 7]);
  });

  test('else takes any empty cell', () => {
    expect(cellsOf(choices('club', start))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('can be beaten', () => {
    const random = seededRandom(3);
    const winners = Array.from({ length: 50 }, () => {
      let state = start;
      while (!ticTacToe.result(state)) {
        const [seat] = ticTacToe.toAct(state);
        state = ticTacToe.apply(state, seat!, {
          cell: choice(seat === 0 ? 'perfect' : 'club', state, random),
        });
      }
      return ticTacToe.result(state)!.places.indexOf(1);
    });
    expect(winners).toContain(0);
  });
});

describe('T12: perfect', () => {
  // A computer picks the same cell for the same number, so these numbers reach each of up to nine best moves.
  const everyChance = Array.from({ length: 9 }, (_unused, i) => (i + 0.5) / 9);

  test.each([0, 1])(
    'never loses from seat %i, whatever anybody does in the whole game tree',
    (seat) => {
      const outcomes = new Set<string>();
      const seen = new Set<string>();
      const walk = (state: State) => {
        const key = JSON.stringify(state.cells);
        if (seen.has(key)) return;
        seen.add(key);
        const over = ticTacToe.result(state);
        if (over) {
          outcomes.add(
            over.places[0] === over.places[1] ? 'draw' : over.places[seat] === 1 ? 'win' : 'loss',
          );
          return;
        }
        const [mover] = ticTacToe.toAct(state);
        const cells =
          mover === seat
            ? new Set(everyChance.map((chance) => choice('perfect', state, () => chance)))
            : ticTacToe.legalActions(state, mover!).map(({ cell }) => cell);
        for (const cell of cells) walk(ticTacToe.apply(state, mover!, { cell }));
      };
      walk(start);
      expect(seen.size).toBeGreaterThan(100);
      expect([...outcomes].sort()).toEqual(['draw', 'win']);
    },
  );

  test('T13: wins when it can, and soonest', () => {
    // Seat 0 could also block, or build a fork; seat 1 could do the same.
    expect(cellsOf(choices('perfect', position(0, 0, _, 1, 1, _, _, _, _), 60))).toEqual([2]);
    expect(cellsOf(choices('perfect', position(0, 0, _, 1, 1, _, 0, _, _), 60))).toEqual([5]);
  });
});
