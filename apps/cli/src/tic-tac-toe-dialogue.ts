import { admit, IllegalAction, resolveConventions, type Seat } from '@trellis/games/kit';
import { ticTacToe, type Action, type State } from '@trellis/games/tic-tac-toe/rules';
import type { Dialogue } from './terminal.js';

const human: Seat = 0;
const { computers } = ticTacToe;

/**
 * Tic-tac-toe against the house, as talk: the human is X and moves first, the computer answers at
 * once. `random` returns numbers in [0, 1).
 */
export function* ticTacToeDialogue(random: () => number): Dialogue {
  let before = 'Tic-tac-toe. You are X and move first.\n';
  do {
    const level = yield* askLevel(before);
    const state = yield* playOne(level, random);
    before = `${pictureOf(state)}\n${outcomeOf(state)}\n`;
    const again = yield `${before}Another game? (Y/n) `;
    before = '\n';
    if (again.trim().toLowerCase() === 'n') return;
  } while (true);
}

/** Asked until it is a number; then the nearest level there is. */
function* askLevel(before: string): Dialogue<number> {
  const names = computers.map(({ level }, i) => `${i + 1} ${level}`).join(', ');
  let answer = yield `${before}Level (${names}): `;
  while (!isNumber(answer)) answer = yield `A number, please. Level (${names}): `;
  return Math.min(Math.max(Math.trunc(Number(answer)), 1), computers.length);
}

function* playOne(level: number, random: () => number): Dialogue<State> {
  let state = ticTacToe.start(resolveConventions(ticTacToe.conventions));
  while (!ticTacToe.result(state)) {
    const [seat] = ticTacToe.toAct(state);
    const action = seat === human ? yield* askMove(state) : answerOf(level, state, random);
    state = ticTacToe.apply(state, seat!, action);
  }
  return state;
}

function* askMove(state: State): Dialogue<Action> {
  let before = `\n${pictureOf(state)}\n`;
  for (;;) {
    const answer = yield `${before}Your move (row column): `;
    try {
      return admit(ticTacToe, state, human, { cell: cellCalled(answer) }) as Action;
    } catch (error) {
      if (!(error instanceof IllegalAction)) throw error;
      const open = ticTacToe.legalActions(state, human).map(({ cell }) => nameOf(cell));
      before = `That is no open cell. Open cells: ${open.join(', ')}\n`;
    }
  }
}

function answerOf(level: number, state: State, random: () => number): Action {
  const seat = 1 - human;
  const legal = ticTacToe.legalActions(state, seat);
  return computers[level - 1]!.choose(ticTacToe.viewFor(state, seat), legal, random);
}

function outcomeOf(state: State): string {
  const { places } = ticTacToe.result(state)!;
  if (places[0] === places[1]) return 'A draw.';
  return places[human] === 1 ? 'You win!' : 'The computer wins.';
}

/** Rows and columns are numbered from 0, as in the headings: "1 2", "1,2" and "12" mean the same cell. */
function cellCalled(text: string): number | null {
  const [, row, column] = /^\s*([0-2])[\s,;]*([0-2])\s*$/.exec(text) ?? [];
  return row === undefined ? null : Number(row) * 3 + Number(column);
}

function nameOf(cell: number): string {
  return `${Math.floor(cell / 3)} ${cell % 3}`;
}

function pictureOf({ cells }: State): string {
  const marks = cells.map((seat) => (seat === null ? '_' : seat === human ? 'X' : 'O'));
  const rows = [0, 1, 2].map((row) => [row, ...marks.slice(row * 3, row * 3 + 3)].join(' '));
  return ['  0 1 2', ...rows].join('\n');
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
