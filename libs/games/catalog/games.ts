import { presetOf, type AnyGame, type Conventions } from '@trellis/games/kit';
import * as rules from './rules.js';

export const games: readonly AnyGame[] = Object.values(rules);

/** The rules of the game with this name: `gameNamed('tic-tac-toe')`. */
export function gameNamed(name: string): AnyGame | undefined {
  return games.find((game) => game.name === name);
}

/** The id of the preset that these conventions equal; `own` when they equal none. */
export function presetIdOf(game: string, conventions: Conventions): string {
  const rules = gameNamed(game);
  return (rules && presetOf(rules.conventions, conventions)) ?? 'own';
}
