import { seededRandom } from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { ticTacToeDialogue } from './tic-tac-toe-dialogue.js';

/** What the program said after each line; the first element is what it said before any. */
function said(lines: string[], random = seededRandom(1)): string[] {
  const dialogue = ticTacToeDialogue(random);
  const answers = [undefined, ...lines].map((line) => dialogue.next(line ?? ''));
  return answers.flatMap(({ value, done }) => (done ? ['(over)'] : [String(value)]));
}

/** The computer takes the first cell it may choose. */
const first = () => 0;
const last = () => 0.99;

describe('the level', () => {
  test.each(['', ' ', 'easy', '1x', 'Infinity'])('%j is asked again', (line) => {
    expect(said([line, '1'])[1]).toMatch(
      /^A number, please\. Level \(1 easy, 2 club, 3 perfect\): $/,
    );
    expect(said([line, '1'])[2]).toMatch(/Your move/);
  });

  // After 0 0 and 1 0 the levels differ: easy is in the last two cells, club fills a line, perfect
  // took the middle and blocks.
  const boardAgainst = (level: string) => said([level, '0 0', '1 0'], last)[3];

  test.each([
    ['0', '1'],
    ['-7', '1'],
    ['4', '3'],
    ['999', '3'],
    [' 2 ', '2'],
    ['2.9', '2'],
  ])('%j means %s', (typed, meant) => {
    expect(boardAgainst(typed)).toBe(boardAgainst(meant));
  });

  test('each level plays in its own way', () => {
    expect(new Set(['1', '2', '3'].map(boardAgainst)).size).toBe(3);
  });
});

describe('a game', () => {
  test('the human is X and moves first on an empty board with headings', () => {
    const [hello, move] = said(['1']);
    expect(hello).toMatch(/^Tic-tac-toe\. You are X and move first\.\nLevel/);
    expect(move).toBe('\n  0 1 2\n0 _ _ _\n1 _ _ _\n2 _ _ _\nYour move (row column): ');
  });

  test('the computer answers at once', () => {
    expect(said(['1', '1 1'], first)[2]).toBe(
      '\n  0 1 2\n0 O _ _\n1 _ X _\n2 _ _ _\nYour move (row column): ',
    );
  });

  test.each(['1 2', '1,2', '1, 2', '12', ' 1  2 '])('%j is row 1, column 2', (line) => {
    expect(said(['1', line], first)[2]).toContain('1 _ _ X');
  });

  test.each(['', 'x', '3 0', '0 3', '-1 0', '1', '1 1 1', '1 1', '0 0'])(
    '%j is no open cell when 0 0 and 1 1 are taken, and the open ones are listed',
    (line) => {
      const [, , , again, then] = said(['1', '1 1', line, '0 1'], first);
      expect(again).toBe(
        'That is no open cell. Open cells: 0 1, 0 2, 1 0, 1 2, 2 0, 2 1, 2 2\nYour move (row column): ',
      );
      expect(then).toContain('0 O X');
    },
  );

  test('a win shows the final board and the result', () => {
    expect(said(['1', '2 0', '2 1', '2 2'], first).at(-1)).toBe(
      '  0 1 2\n0 O O _\n1 _ _ _\n2 X X X\nYou win!\nAnother game? (Y/n) ',
    );
  });

  test('a loss is said as well', () => {
    expect(said(['1', '1 1', '2 2', '1 0'], first).at(-1)).toMatch(
      /0 O O O\n.*\n.*\nThe computer wins\.\nAnother/,
    );
  });

  test('and so is a draw', () => {
    // The computer takes 0 0, 0 2, 1 0, 2 1 in turn.
    expect(said(['1', '1 1', '0 1', '1 2', '2 0', '2 2'], first).at(-1)).toBe(
      '  0 1 2\n0 O X O\n1 O X X\n2 X O X\nA draw.\nAnother game? (Y/n) ',
    );
  });
});

describe('another game', () => {
  const game = ['1', '2 0', '2 1', '2 2'];

  test.each(['n', 'N', ' n '])('%j stops', (line) => {
    expect(said([...game, line], first).at(-1)).toBe('(over)');
  });

  test.each(['', 'y', 'no', 'whatever'])('%j plays on, asking the level first', (line) => {
    expect(said([...game, line], first).at(-1)).toBe('\nLevel (1 easy, 2 club, 3 perfect): ');
    expect(said([...game, line, ...game], first).at(-1)).toMatch(/You win/);
  });
});

test('perfect is not beaten in a terminal either', () => {
  const random = seededRandom(11);
  for (let i = 0; i < 30; i++) {
    const dialogue = ticTacToeDialogue(random);
    dialogue.next('');
    let text = String(dialogue.next('3').value);
    // Any lines will do: those that are no open cell are just asked for again.
    for (let tries = 0; !/Another game/.test(text) && tries < 500; tries++) {
      text = String(dialogue.next(`${Math.floor(random() * 3)} ${Math.floor(random() * 3)}`).value);
    }
    expect(text).toMatch(/A draw|The computer wins/);
  }
});
