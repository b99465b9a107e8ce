export { bestDiscard, type Discard, type TwelveCards } from './best-discard.js';
export { solveAsk } from './solve-ask.js';
export type { Three } from './card-holders.js';
export { Solver, type CardWorth, type Goal, type Position, type Trump } from './solver.js';
