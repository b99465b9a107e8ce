import type { AnyGame, Computer } from '@trellis/games/kit';
import { computers as preferans, proves } from '@trellis/games/preferans/computer';
import { games } from './games.js';

/**
 * Computer players that a browser need not load: one line for a game whose own players are not all
 * there is. Only the server asks for them.
 */
const houses: Readonly<Record<string, readonly Computer[]>> = { preferans };

/** Who proves what players of a game claim: plain data in, whether it holds out. */
const provers: Readonly<Record<string, (question: unknown) => boolean>> = { preferans: proves };

export function proverOf(game: string): ((question: unknown) => boolean) | undefined {
  return provers[game];
}

/** Every game with the players of the house that can be seated. */
export const gamesWithHouse: readonly AnyGame[] = games.map((game) => ({
  ...game,
  computers: houses[game.name] ?? game.computers,
}));

const byName = new Map(gamesWithHouse.map((game) => [game.name, game]));

/** The rules of the game with this name, with the players of the house. */
export function houseGame(name: string): AnyGame | undefined {
  return byName.get(name);
}
