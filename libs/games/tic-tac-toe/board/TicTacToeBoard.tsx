// The site reads a game's face on the server too; what moves is drawn in the browser.
'use client';

import { useState, type KeyboardEvent } from 'react';
import type { BoardProps, Seat, Viewer } from '@trellis/games/kit';
import type { Action, View } from '@trellis/games/tic-tac-toe/rules';
import { Cross, Grid, Nought, Strike } from './drawings';
import { messages, type Mark } from './messages';
import styles from './TicTacToeBoard.module.css';

const rows = [0, 1, 2];
const columns = [0, 1, 2];
const middle = 4;

export function TicTacToeBoard(props: BoardProps<View, Action>) {
  const { view, legal, viewer, happened, onAct, lang } = props;
  // One cell at a time takes part in the order of the Tab key; the arrow keys choose which.
  const [current, setCurrent] = useState(middle);
  const own = markOf(viewer === 'spectator' ? 0 : viewer, viewer);

  return (
    <div className={styles.frame}>
      <div className={styles.board} data-over={props.finished || undefined}>
        <Grid className={styles.grid} />
        <div
          role="grid"
          aria-label={messages[lang].board}
          className={styles.cells}
          onKeyDown={moveFocus}
        >
          {rows.map((row) => (
            <div role="row" key={row} className={styles.row}>
              {columns.map((column) => {
                const cell = row * 3 + column;
                const seat = view.cells[cell] ?? null;
                const mark = seat === null ? null : markOf(seat, viewer);
                const action = legal.find((each) => each.cell === cell);
                return (
                  <div role="gridcell" key={column} className={styles.place}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-cell={cell}
                      data-last={cell === view.last || undefined}
                      data-line={view.line?.includes(cell) || undefined}
                      aria-label={messages[lang].cell(row + 1, column + 1, mark)}
                      // Not `disabled`: who listens to the board must be able to reach every cell.
                      aria-disabled={!action}
                      tabIndex={cell === current ? 0 : -1}
                      onFocus={() => setCurrent(cell)}
                      onClick={() => action && onAct(action)}
                    >
                      {mark && (
                        <Drawing mark={mark} fresh={cell === view.last && happened.length > 0} />
                      )}
                      {action && <Drawing mark={own} ghost />}
                    </button>
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {view.line && <Strike className={styles.strike} from={view.line[0]} to={view.line[2]} />}
      </div>
      <p role="status" className={styles.spoken}>
        {spoken(props)}
      </p>
    </div>
  );
}

/** `fresh` is drawn stroke by stroke before the eyes; a `ghost` only shows what a click would do. */
function Drawing({ mark, fresh, ghost }: { mark: Mark; fresh?: boolean; ghost?: boolean }) {
  const Shape = mark === 'X' ? Cross : Nought;
  const classes = [
    styles.mark,
    mark === 'X' ? styles.cross : styles.nought,
    fresh && styles.fresh,
    ghost && styles.ghost,
  ];
  return <Shape className={classes.filter(Boolean).join(' ')} />;
}

/** Everybody at the table is X in his own eyes, whoever began; a spectator sees seat 0 as X. */
function markOf(seat: Seat, viewer: Viewer): Mark {
  return seat === (viewer === 'spectator' ? 0 : viewer) ? 'X' : 'O';
}

/** What has just happened, for those who listen. */
function spoken({ view, legal, players, lang }: BoardProps<View, Action>): string {
  const say = messages[lang];
  const name = (seat: Seat) => players[seat]?.name ?? '';
  const { cells, last, line, forfeit } = view;
  const said: string[] = [];
  if (last !== null)
    said.push(say.moved(name(cells[last]!), say.place(Math.floor(last / 3) + 1, (last % 3) + 1)));
  if (forfeit)
    said.push(
      forfeit.reason === 'time' ? say.outOfTime(name(forfeit.seat)) : say.left(name(forfeit.seat)),
    );
  else if (line) said.push(say.wins(name(cells[line[0]]!)));
  else if (!cells.includes(null)) said.push(say.draw);
  else if (legal.length > 0) said.push(say.yourTurn);
  return said.join(' ');
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const from = Number((event.target as HTMLElement).dataset.cell);
  const to = neighbour(from, event.key);
  if (to === undefined) return;
  event.preventDefault(); // the page must not scroll
  event.currentTarget.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
}

/** The cell that a key leads to; at the edge the focus stays. Undefined for a key that is not ours. */
export function neighbour(cell: number, key: string): number | undefined {
  const row = Math.floor(cell / 3);
  const column = cell % 3;
  switch (key) {
    case 'ArrowLeft':
      return row * 3 + Math.max(column - 1, 0);
    case 'ArrowRight':
      return row * 3 + Math.min(column + 1, 2);
    case 'ArrowUp':
      return Math.max(row - 1, 0) * 3 + column;
    case 'ArrowDown':
      return Math.min(row + 1, 2) * 3 + column;
    case 'Home':
      return row * 3;
    case 'End':
      return row * 3 + 2;
    default:
      return undefined;
  }
}
