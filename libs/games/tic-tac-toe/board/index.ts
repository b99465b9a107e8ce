import type { GameFace, Lang } from '@trellis/games/kit';
import type { Action, View } from '@trellis/games/tic-tac-toe/rules';
import { messages } from './messages';
import { TicTacToeBoard } from './TicTacToeBoard';

export const ticTacToe = {
  game: 'tic-tac-toe',
  name: { en: 'Tic-tac-toe', ru: 'Крестики-нолики', es: 'Tres en raya' },
  tagline: {
    en: 'Nine cells, two players, a minute of your time.',
    ru: 'Девять клеток, двое игроков и минута времени.',
    es: 'Nueve casillas, dos jugadores y un minuto.',
  },
  firstSteps: {
    en: 'Press a free cell to set your mark. Three in a row win: across, down or from corner to corner.',
    ru: 'Нажмите на свободную клетку, чтобы поставить свой знак. Побеждают три в ряд: по горизонтали, по вертикали или по диагонали.',
    es: 'Pulsa una casilla libre para poner tu marca. Ganan tres en raya: en horizontal, en vertical o en diagonal.',
  },
  computers: {
    easy: { en: 'Easy', ru: 'Лёгкий', es: 'Fácil' },
    club: { en: 'Club', ru: 'Клубный', es: 'De club' },
    perfect: { en: 'Perfect', ru: 'Безошибочный', es: 'Perfecto' },
  },
  Board: TicTacToeBoard,
  replayLabel: (happened: unknown, lang: Lang) => {
    const { cell } = happened as Action;
    return messages[lang].place(Math.floor(cell / 3) + 1, (cell % 3) + 1);
  },
} satisfies GameFace<View, Action>;
