import { houseGame, proverOf } from '@trellis/games/catalog/house';
import { seededRandom } from '@trellis/games/kit';
import type { Task } from './house-thinker.js';

/** The thread of `HouseThinker`. */
export default function work(task: Task): unknown {
  if ('claim' in task) return proverOf(task.claim.game)?.(task.claim.question) ?? false;
  const { game, level, view, legal } = task.thought;
  const computer = houseGame(game)?.computers.find((each) => each.level === level);
  if (!computer) throw new Error(`The house has no player "${level}" for ${game}.`);
  return computer.choose(view, legal, seededRandom(task.seed));
}
