import type { AnyGame } from '@trellis/games/kit';
import * as rules from './rules.js';

export const games: readonly AnyGame[] = Object.values(rules);

/** The rules of the game with this name: `gameNamed('tic-tac-toe')`. */
export function gameNamed(name: string): AnyGame | undefined {
  return games.find((game) => game.name === name);
}
