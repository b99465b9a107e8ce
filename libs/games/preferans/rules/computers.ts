import type { Computer } from '@trellis/games/kit';
import type { Action } from './action.js';
import type { FoldedView } from './folded-view.js';

/**
 * A beginner: it passes more often than it bids, bids as low as it can, and otherwise does anything
 * legal. It looks at nothing but what it may do.
 */
export const easy: Computer<FoldedView, Action> = {
  level: 'easy',
  choose(_view, legal, random) {
    const passes = legal.find((action) => action.kind === 'call' && action.word === 'P');
    if (passes && random() < 0.6) return passes;
    const bids = legal.filter((action) => action.kind === 'call' && action.word !== 'P');
    const lowest = bids.find((action) => action.kind === 'call' && action.word !== '=');
    const choices = passes ? [lowest ?? passes] : legal;
    return choices[Math.floor(random() * choices.length)]!;
  },
};
