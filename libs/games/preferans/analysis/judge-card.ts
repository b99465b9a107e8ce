import type { Moment } from '@trellis/games/kit';
import {
  cardNumber,
  preferans,
  unfold,
  type Action,
  type Card,
  type State,
} from '@trellis/games/preferans/rules';
import type { CardJudge, CardJudged } from '@trellis/games/preferans/computer';
import type { Solver } from '@trellis/games/preferans/solver';
import type { CardFinding, Knew, Part } from './finding.js';
import { cardsOf, positionOf, type Deal } from './open-cards.js';

/** What the card of `step` kept or gave away; undefined for a step that plays none. `before` is the state it was played in. */
export function judgeCard(
  before: State,
  step: Moment<State, Action>['step'],
  ply: number,
  { solver, judge, random }: { solver: Solver; judge: CardJudge; random: () => number },
): CardFinding | undefined {
  const { deal } = before;
  if (step?.kind !== 'acted' || step.action.kind !== 'play' || !deal) return undefined;
  const { seat, action } = step;
  const { card } = action;
  const legal = preferans
    .legalActions(before, seat)
    .flatMap((each): Card[] => (each.kind === 'play' ? [each.card] : []));
  const open = deal.won ? openWorth(deal, card, solver) : undefined;
  const view = () => unfold(preferans.viewFor(before, seat));
  return {
    ply,
    seat,
    card,
    part: partOf(deal),
    ...(open && { open }),
    ...(legal.length > 1 && { knew: known(judge.judge(view(), legal, card, random)) }),
  };
}

/** So many whists, and more than two standard errors. */
const leastLoss = 1;

const known = (judged: CardJudged): Knew => ({
  ...judged,
  stands: judged.lost >= leastLoss && judged.lost > 2 * judged.error,
});

function openWorth(deal: Deal, card: Card, solver: Solver): CardFinding['open'] {
  const position = positionOf(deal);
  const worths = solver.cards(position);
  const turn = (position.leader + position.played.length) % 3;
  const wantsMore = (turn === position.declarer) === (position.goal === 'game');
  const all = worths.map(({ tricks }) => tricks);
  const best = wantsMore ? Math.max(...all) : Math.min(...all);
  const own = worths.find((each) => each.card === cardNumber(card))!;
  const kept = worths.filter(({ tricks }) => tricks === best).map((each) => each.card);
  return { gave: Math.abs(best - own.tricks), best: cardsOf(kept) };
}

function partOf({ won, named, order, play }: Deal): Part {
  if (!won) return 'raspasy';
  if (named!.contract === 'M') return 'misere';
  const hand = order[(order.indexOf(play!.leader) + play!.trick.length) % 3];
  return hand === won.declarer ? 'declarer' : 'defender';
}
