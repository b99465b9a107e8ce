import type { GameFace } from '@trellis/games/kit';
import type { Action, View } from '@trellis/games/tic-tac-toe/rules';
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
  replayWords: async () => (await import('./replay-words')).replayWords,
} satisfies GameFace<View, Action>;
