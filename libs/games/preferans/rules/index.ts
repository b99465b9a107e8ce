export { preferans } from './game.js';
export type { Action } from './action.js';
export type { State } from './state.js';
export type { DealView, LastDealView, View } from './view.js';
export * from './cards.js';
