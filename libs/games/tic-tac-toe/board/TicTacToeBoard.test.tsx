import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { BoardProps } from '@trellis/games/kit';
import type { Action, View } from '@trellis/games/tic-tac-toe/rules';
import { neighbour, TicTacToeBoard } from './TicTacToeBoard';

const _ = null;

function aView(change: Partial<View> = {}): View {
  return { cells: [_, _, _, _, _, _, _, _, _], last: null, line: null, forfeit: null, ...change };
}

function drawn(props: Partial<BoardProps<View, Action>> = {}): string {
  return renderToStaticMarkup(
    <TicTacToeBoard
      view={aView()}
      legal={[]}
      viewer="spectator"
      players={[{ name: 'Ann' }, { name: 'Bob' }]}
      happened={[]}
      onAct={() => {}}
      lang="en"
      finished={false}
      {...props}
    />,
  );
}

function buttons(html: string): string[] {
  return html.match(/<button.*?<\/button>/g) ?? [];
}

function attribute(button: string, name: string): string | undefined {
  return new RegExp(`${name}="([^"]*)"`).exec(button)?.[1];
}

const labels = (html: string) => buttons(html).map((button) => attribute(button, 'aria-label'));
const status = (html: string) => /<p role="status"[^>]*>(.*?)<\/p>/.exec(html)?.[1];

const oneEach = aView({ cells: [0, _, _, _, 1, _, _, _, _], last: 4 });

describe('marks', () => {
  test.each([
    [0, 'X', 'O'],
    [1, 'O', 'X'],
    ['spectator' as const, 'X', 'O'],
  ])('viewer %s sees seat 0 as %s and seat 1 as %s', (viewer, seat0, seat1) => {
    const html = drawn({ view: oneEach, viewer });
    expect(labels(html)[0]).toBe(`row 1, column 1, ${seat0}`);
    expect(labels(html)[4]).toBe(`row 2, column 2, ${seat1}`);
    const strokes = buttons(html).map((button) => (button.match(/<path/g) ?? []).length);
    // A cross is two strokes, a nought one.
    expect([strokes[0], strokes[4]]).toEqual(seat0 === 'X' ? [2, 1] : [1, 2]);
  });

  test.each([
    ['en' as const, 'row 1, column 2, empty', 'row 1, column 1, X'],
    ['ru' as const, 'ряд 1, столбец 2, пусто', 'ряд 1, столбец 1, крестик'],
    ['es' as const, 'fila 1, columna 2, vacía', 'fila 1, columna 1, X'],
  ])('cells are named in %s', (lang, empty, cross) => {
    expect(labels(drawn({ view: oneEach, lang }))[1]).toBe(empty);
    expect(labels(drawn({ view: oneEach, lang }))[0]).toBe(cross);
  });
});

describe('cells', () => {
  test('exactly the legal ones can be played', () => {
    const enabled = buttons(drawn({ viewer: 0, legal: [{ cell: 2 }, { cell: 7 }] }))
      .filter((button) => attribute(button, 'aria-disabled') === 'false')
      .map((button) => attribute(button, 'data-cell'));
    expect(enabled).toEqual(['2', '7']);
  });

  test('one of nine takes part in the order of the Tab key', () => {
    const order = buttons(drawn()).map((button) => attribute(button, 'tabindex'));
    expect(order).toHaveLength(9);
    expect(order.filter((each) => each === '0')).toHaveLength(1);
  });

  test('the last move stands out', () => {
    const last = buttons(drawn({ view: oneEach })).filter((button) => /data-last/.test(button));
    expect(last.map((button) => attribute(button, 'data-cell'))).toEqual(['4']);
  });

  test('the line that won is drawn through its three cells', () => {
    const view = aView({ cells: [0, 1, _, _, 0, 1, _, _, 0], last: 8, line: [0, 4, 8] });
    const html = drawn({ view, finished: true });
    expect(html).toContain('d="M18 18 L282 282"');
    expect(buttons(html).filter((button) => /data-line/.test(button))).toHaveLength(3);
    expect(drawn({ view: oneEach })).not.toContain('L282 282');
  });

  test.each([
    [4, 'ArrowLeft', 3],
    [4, 'ArrowRight', 5],
    [4, 'ArrowUp', 1],
    [4, 'ArrowDown', 7],
    [0, 'ArrowLeft', 0],
    [0, 'ArrowUp', 0],
    [5, 'ArrowRight', 5],
    [8, 'ArrowDown', 8],
    [4, 'Home', 3],
    [4, 'End', 5],
    [4, 'a', undefined],
    [4, 'Enter', undefined],
  ])('from cell %i the key %s leads to %s', (cell, key, to) => {
    expect(neighbour(cell, key)).toBe(to);
  });
});

describe('for those who listen', () => {
  test('the last move and whose turn it is', () => {
    expect(status(drawn())).toBe('');
    expect(status(drawn({ view: oneEach, viewer: 0, legal: [{ cell: 1 }] }))).toBe(
      'Bob: row 2, column 2. Your turn.',
    );
    expect(status(drawn({ view: oneEach, viewer: 1 }))).toBe('Bob: row 2, column 2.');
  });

  test('the end', () => {
    const won = aView({ cells: [1, 0, _, _, 1, 0, _, 0, 1], last: 8, line: [0, 4, 8] });
    expect(status(drawn({ view: won, finished: true }))).toBe(
      'Bob: row 3, column 3. Bob wins with three in a row.',
    );
    const full = aView({ cells: [0, 1, 0, 0, 1, 1, 1, 0, 0], last: 8 });
    expect(status(drawn({ view: full, finished: true, lang: 'es' }))).toBe(
      'Ann: fila 3, columna 3. Empate.',
    );
    const late = aView({ forfeit: { seat: 0, reason: 'time' } });
    expect(status(drawn({ view: late, finished: true, lang: 'ru' }))).toBe('Ann: время вышло.');
    const gone = aView({ forfeit: { seat: 1, reason: 'left' } });
    expect(status(drawn({ view: gone, finished: true }))).toBe('Bob left the game.');
  });
});

test('a name is never read as markup', () => {
  const html = drawn({ view: oneEach, players: [{ name: 'Ann' }, { name: '<b>Bob' }] });
  expect(status(html)).toBe('&lt;b&gt;Bob: row 2, column 2.');
});
