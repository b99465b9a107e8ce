export { afterStep, endOf } from './after-step.js';
export { admit } from './admit.js';
export { agreedConventions, agreementOf, type Agreement } from './agreement.js';
export type {
  AnyGameFace,
  BoardProps,
  BoardSound,
  DeckWords,
  GameFace,
  Lang,
  ReplayWords,
  TallyTable,
} from './board.js';
export { checkGame, type CheckGameOptions } from './check-game.js';
export type {
  AnalysisFace,
  AnalysisPart,
  AnalysisProps,
  Analyst,
  AnyAnalysisFace,
  AnyAnalyst,
  StepMark,
} from './analysis.js';
export { commonConventions, tableGroup } from './common-conventions.js';
export type {
  Choice,
  ConventionConflict,
  ConventionField,
  ConventionGroup,
  ConventionPreset,
  Conventions,
  ConventionSchema,
  ConventionValue,
  Words,
} from './conventions.js';
export {
  dealFormat,
  drawOrder,
  isHex256,
  longestShuffle,
  shuffleMessage,
  type Lot,
} from './fair-deal.js';
export type { AnyGame, Computer, Game } from './game.js';
export type { Moment, Notation, PlayedGame, PlayedStep, ReadGame } from './notation.js';
export { seededRandom, shuffle } from './random.js';
export { IllegalAction, Refusal } from './refusal.js';
export {
  presetConventions,
  presetOf,
  resolveConventions,
  sameValue,
} from './resolve-conventions.js';
export type { Result } from './result.js';
export type { Seat, Viewer } from './seat.js';
export { computerNumbers } from './computer-numbers.js';
export { addTallies, type Tally } from './tally.js';
