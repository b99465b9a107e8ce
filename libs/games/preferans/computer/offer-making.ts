import type { Action } from '@trellis/games/preferans/rules';
import type { Solver } from '@trellis/games/preferans/solver';
import { isProven } from './proof.js';
import type { Seen } from './seen.js';

/** It looks for a proof at every card, so it does not look long. */
const little = { deals: 300, nodes: 100_000 };

/** With one card each there is nothing left to save. */
const fewestCards = 2;

/**
 * The offer that saves everybody the rest of a deal whose end is certain: the declarer takes all that is left, or nothing.
 * Once a deal, and only what can be proven by what this player sees; undefined when he had better play.
 */
export function certainOffer(seen: Seen, solver: Solver): Action | undefined {
  const { deal, declarer, me, sizes } = seen;
  const play = deal.play;
  if (declarer === undefined || !play || sizes[me]! < fewestCards) return undefined;
  const seat = deal.order[me]!;
  // Whoever plays for his partner offers too; who gave his hand away does not (rule 14.1.2).
  const words = deal.said.map(([, word]) => word);
  const passes = deal.said.findLast(([who]) => who === seat)?.[1] === 'pass';
  const isLone = words.filter((word) => word === 'whist').length === 1;
  if (play.offers.some(({ by }) => by === seat) || play.handedOver === seat) return undefined;
  if (isLone && passes && me !== declarer) return undefined;
  const declares = deal.order[declarer]!;
  const left = 10 - play.taken.reduce((sum, each) => sum + each, 0);
  const whister = deal.said.find(([, word]) => word === 'whist')?.[0];
  const against = whister ?? deal.order[(declarer + 1) % 3]!;
  for (const toDeclarer of deal.contract === 'M' ? [0, left] : [left, 0]) {
    const tricks = play.taken.map((taken, each) => {
      if (each === declares) return taken + toDeclarer;
      return each === against ? taken + left - toDeclarer : taken;
    });
    if (isProven(seen, tricks, solver, little)) return { kind: 'offer', tricks };
  }
  return undefined;
}
