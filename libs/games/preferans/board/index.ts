import type { GameFace, Lang } from '@trellis/games/kit';
import type { Action, FoldedView } from '@trellis/games/preferans/rules';
import { BoardOnDemand } from './BoardOnDemand';
import { actionInWords } from './action-in-words';
import { deckWords } from './deck-words';
import { firstSteps } from './first-steps';
import { tallyTables } from './tally-tables';

export const preferans = {
  game: 'preferans',
  name: { en: 'Preferans', ru: 'Преферанс', es: 'Preferans' },
  tagline: {
    en: 'Three or four players, thirty-two cards, one pool.',
    ru: 'Трое или четверо, тридцать две карты и одна пуля.',
    es: 'Tres o cuatro jugadores, treinta y dos cartas y un pozo.',
  },
  firstSteps,
  computers: {
    easy: { en: 'Easy', ru: 'Лёгкий', es: 'Fácil' },
    middle: { en: 'Middle', ru: 'Средний', es: 'Medio' },
    strong: { en: 'Strong', ru: 'Сильный', es: 'Fuerte' },
  },
  Board: BoardOnDemand,
  drawsSeats: true,
  deck: deckWords,
  tallies: tallyTables,
  replayWords: async () => (await import('./replay-words')).replayWords,
  analysis: async () => (await import('./analysis')).analysis,
  replayLabel: (happened: unknown, lang: Lang) => actionInWords(happened as Action, lang),
} satisfies GameFace<FoldedView, Action>;
