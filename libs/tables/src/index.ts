export { isAway } from './absence.js';
export { arrivalGrace, deadline, moveTime, timeLeft } from './clocks.js';
export { ComputerTurns, type ComputerTurnsParts } from './computer-turns.js';
export type { Circumstances } from './circumstances.js';
export { decide } from './decide.js';
export { withFollowing } from './following.js';
export { rematchTime } from './seating.js';
export { dueAt, finishedTime } from './due.js';
export { endingOf } from './ending-of.js';
export type * from './entry.js';
export { conventionTime, evolve, foldTable, freeTable, rulesOf } from './evolve.js';
export { contributionTime, fairnessSoFar, type FairnessSoFar } from './fair-deals.js';
export { Lifeline, longestSilence } from './lifeline.js';
export { LiveTable, type LiveTableParts, type LostBy } from './live-table.js';
export * from './ports.js';
export type * from './request.js';
export type * from './table.js';
export { summaryOf, type TableSummary } from './table-summary.js';
export { SoleDirectory, SoleNodes } from './sole.js';
export { mostTables, Tables, type TablesParts } from './tables.js';
export {
  pastOf,
  viewerOf,
  viewTable,
  type ClockLeft,
  type Happening,
  type TableViewCore,
} from './table-view.js';
