export { Solver, type CardWorth, type Goal, type Position, type Trump } from './solver.js';
