import { houseGame } from '@trellis/games/catalog/house';
import { seededRandom } from '@trellis/games/kit';
import type { SeededThought } from './house-thinker.js';

/** The thread of `HouseThinker`. */
export default function think({ game, level, view, legal, seed }: SeededThought): unknown {
  const computer = houseGame(game)?.computers.find((each) => each.level === level);
  if (!computer) throw new Error(`The house has no player "${level}" for ${game}.`);
  return computer.choose(view, legal, seededRandom(seed));
}
