import type { Lang } from '@trellis/games/kit';

export type Mark = 'X' | 'O';

interface Messages {
  readonly board: string;
  /** A cell by its place, counted from 1 as people do, and what stands in it. */
  readonly cell: (row: number, column: number, mark: Mark | null) => string;
  readonly place: (row: number, column: number) => string;
  readonly moved: (name: string, place: string) => string;
  readonly wins: (name: string) => string;
  readonly draw: string;
  readonly outOfTime: (name: string) => string;
  readonly left: (name: string) => string;
  readonly yourTurn: string;
}

const en: Messages = {
  board: 'Tic-tac-toe board',
  cell: (row, column, mark) => `row ${row}, column ${column}, ${mark ?? 'empty'}`,
  place: (row, column) => `row ${row}, column ${column}`,
  moved: (name, place) => `${name}: ${place}.`,
  wins: (name) => `${name} wins with three in a row.`,
  draw: 'A draw.',
  outOfTime: (name) => `${name} ran out of time.`,
  left: (name) => `${name} left the game.`,
  yourTurn: 'Your turn.',
};

const ru: Messages = {
  board: 'Поле для крестиков-ноликов',
  cell: (row, column, mark) =>
    `ряд ${row}, столбец ${column}, ${mark === null ? 'пусто' : mark === 'X' ? 'крестик' : 'нолик'}`,
  place: (row, column) => `ряд ${row}, столбец ${column}`,
  moved: (name, place) => `${name}: ${place}.`,
  wins: (name) => `${name}: три в ряд и победа.`,
  draw: 'Ничья.',
  outOfTime: (name) => `${name}: время вышло.`,
  left: (name) => `${name}: партия оставлена.`,
  yourTurn: 'Ваш ход.',
};

const es: Messages = {
  board: 'Tablero de tres en raya',
  cell: (row, column, mark) => `fila ${row}, columna ${column}, ${mark ?? 'vacía'}`,
  place: (row, column) => `fila ${row}, columna ${column}`,
  moved: (name, place) => `${name}: ${place}.`,
  wins: (name) => `${name} gana con tres en raya.`,
  draw: 'Empate.',
  outOfTime: (name) => `A ${name} se le acabó el tiempo.`,
  left: (name) => `${name} abandonó la partida.`,
  yourTurn: 'Tu turno.',
};

export const messages: Readonly<Record<Lang, Messages>> = { en, ru, es };
