import type { Computer } from '@trellis/games/kit';
import { emptyCells, filledLine, isFull, lines, toMove, type Cells } from './board-lines.js';
import type { Action, View } from './tic-tac-toe.js';

/** T10. */
const easy: Computer<View, Action> = {
  level: 'easy',
  choose: (_view, legal, random) => oneOf(legal, random),
};

/** T11: a line counts by how many of its cells are open, whoever marked the others. */
const club: Computer<View, Action> = {
  level: 'club',
  choose: ({ cells }, legal, random) => {
    const openIn = (count: number) =>
      lines
        .map((line) => line.filter((cell) => cells[cell] === null))
        .filter((open) => open.length === count);
    const wanted = [openIn(1), openIn(2)].find((found) => found.length > 0);
    return wanted ? { cell: oneOf(oneOf(wanted, random), random) } : oneOf(legal, random);
  },
};

/** T12, T13: any of the moves that are best against every answer. */
const perfect: Computer<View, Action> = {
  level: 'perfect',
  choose: ({ cells }, legal, random) => {
    const worths = legal.map(({ cell }) => -worth(cells.with(cell, toMove(cells))));
    const best = Math.max(...worths);
    return oneOf(
      legal.filter((_action, i) => worths[i] === best),
      random,
    );
  },
};

export const computers = [easy, club, perfect] as const;

const known = new Map<string, number>();

/**
 * What a position is worth to the side that is to move, with best play: 0 is a draw, positive a win,
 * negative a loss, and the sooner the further from 0. There are 5478 positions, so each is worked out once.
 */
function worth(cells: Cells): number {
  const key = cells.map((mark) => mark ?? '-').join('');
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = workOut(cells);
  known.set(key, found);
  return found;
}

function workOut(cells: Cells): number {
  const open = emptyCells(cells);
  if (filledLine(cells)) return -(open.length + 1); // the side that moved last has won
  if (isFull(cells)) return 0;
  const mover = toMove(cells);
  return Math.max(...open.map((cell) => -worth(cells.with(cell, mover))));
}

function oneOf<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}
