import { Refusal } from '@trellis/games/kit';
import { preferansConventions, type PreferansConventions } from '../conventions/index.js';
import type { Fields } from './fields.js';

/**
 * The options a question is asked under: a preset (Sochi when none is named) with `options` over it.
 * `players` beside them and in them are the same thing; where neither is there, a talon played by the
 * dealer means four.
 */
export function conventionsIn(question: Fields, players?: number): PreferansConventions {
  const options = question.has('options') ? question.object('options').entries() : {};
  const preset = question.has('preset') ? question.text('preset').toLowerCase() : 'sochi';
  const said = players ?? (question.has('players') ? question.whole('players', 3, 5) : undefined);
  if (said !== undefined && options['players'] !== undefined && options['players'] !== said) {
    throw new Refusal('bad-request', 'players: differs from options.players.', {
      field: 'players',
    });
  }
  const guessed = options['raspasyTalon'] === 'dealer' && !('players' in options) ? 4 : undefined;
  const count = said ?? guessed;
  return preferansConventions(
    { ...options, ...(count !== undefined && { players: count }) },
    preset,
  );
}
