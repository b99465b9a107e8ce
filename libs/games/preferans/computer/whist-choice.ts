import type { DefenceWord } from '@trellis/games/preferans/rules';
import type { Position, Solver } from '@trellis/games/preferans/solver';
import { settledByWords } from './defence-model.js';
import { Payoffs } from './payoff.js';
import { sampleDeal } from './sample-deals.js';
import type { Seen } from './seen.js';
import type { Strength } from './strength.js';

/** Whist, pass or half; as a lone whister open rather than closed, for then both hands play as one. */
export function chooseWord(
  seen: Seen,
  words: readonly DefenceWord[],
  strength: Strength,
  solver: Solver,
  random: () => number,
): DefenceWord {
  const { deal, conventions, me } = seen;
  const considered = words.filter((word) => word !== 'closed');
  if (considered.length === 1) return considered[0]!;
  const seat = deal.order[me]!;
  const payoffs = Payoffs.of(seen);
  const sums = considered.map(() => 0);
  const from = solver.nodes;
  for (let at = 0; at < strength.wordDeals; at++) {
    if (at > 0 && solver.nodes - from > strength.nodes) break;
    const { hands } = sampleDeal(seen, strength.candidates, random);
    const position: Position = {
      goal: 'game',
      trump: seen.trump,
      declarer: seen.declarer!,
      leader: 0,
      hands,
      played: [],
    };
    const named = {
      conventions,
      order: deal.order,
      declarer: deal.won!.declarer,
      contract: deal.contract!,
      tricks: solver.tricks(position),
    };
    considered.forEach((word, option) => {
      const said = [...deal.said, [seat, word] as const];
      sums[option]! += settledByWords(named, said, payoffs, seat)[seat]!;
    });
  }
  return considered[sums.indexOf(Math.max(...sums))]!;
}
