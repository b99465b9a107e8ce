import type { GameFace } from '@trellis/games/kit';
import type { Action, FoldedView } from '@trellis/games/preferans/rules';
import { agreementOnDemand, analysisOnDemand, BoardOnDemand } from './BoardOnDemand';
import { fetchMessages } from './messages/messages';

export const preferans = {
  game: 'preferans',
  name: { en: 'Preferans', ru: 'Преферанс', es: 'Preferans' },
  tagline: {
    en: 'Three or four players, thirty-two cards, one pool.',
    ru: 'Трое или четверо, тридцать две карты и одна пуля.',
    es: 'Tres o cuatro jugadores, treinta y dos cartas y un pozo.',
  },
  firstSteps: async () => (await import('./first-steps')).firstSteps,
  computers: {
    easy: { en: 'Easy', ru: 'Лёгкий', es: 'Fácil' },
    middle: { en: 'Middle', ru: 'Средний', es: 'Medio' },
    strong: { en: 'Strong', ru: 'Сильный', es: 'Fuerte' },
  },
  Board: BoardOnDemand,
  drawsSeats: true,
  agreement: agreementOnDemand,
  deck: async () => (await import('./deck-words')).deckWords,
  replayWords: fetchReplayWords,
  analysis: analysisOnDemand,
} satisfies GameFace<FoldedView, Action>;

async function fetchReplayWords() {
  const [{ replayWords }] = await Promise.all([import('./replay-words'), fetchMessages()]);
  return replayWords;
}
