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
  firstSteps: async () => (await import('./first-steps')).firstSteps,
  computers: {
    easy: { en: 'Easy', ru: 'Лёгкий', es: 'Fácil' },
    club: { en: 'Club', ru: 'Клубный', es: 'De club' },
    perfect: { en: 'Perfect', ru: 'Безошибочный', es: 'Perfecto' },
  },
  Board: TicTacToeBoard,
  replayWords: async () => (await import('./replay-words')).replayWords,
} satisfies GameFace<View, Action>;
