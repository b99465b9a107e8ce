export { PaintGame, paintTimes, stepsThatCount } from './paint-game.js';
export type { PaintChange, PaintState } from './paint-game.js';
export { PaintResults } from './paint-results.js';
export { SharedWorlds, sharingTimes, type SharedWorldsParts } from './shared-worlds.js';
export {
  cellOf,
  directions,
  gridDimension,
  randomSymbol,
  step,
  symbols,
  type Position,
  type Walker,
} from './walker.js';
export { SoleWorldNews, WorldNews, type News, type Placed } from './world-news.js';
export { commonRoom, paintRoom, Worlds, type Happening } from './worlds.js';
