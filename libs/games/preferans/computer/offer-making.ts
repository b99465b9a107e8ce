import type { Action } from '@trellis/games/preferans/rules';
import type { Solver } from '@trellis/games/preferans/solver';
import { positionOf } from './card-choice.js';
import { everyDeal } from './every-deal.js';
import { forcedShares } from './forced-shares.js';
import { allAreWinners } from './masters.js';
import { isSettledBySides } from './proof.js';
import type { DealtCards } from './sample-deals.js';
import type { Seen } from './seen.js';

/** It looks for a proof at every card, so it does not look long. */
const little = { deals: 300, nodes: 100_000 };

/** With one card each there is nothing left to save. */
const fewestCards = 2;

/**
 * The offer that saves everybody the rest of a deal whose end is certain. Once a deal, and only what follows from what this
 * player sees; undefined when he had better play. Certain is what the declarer takes however the hidden cards lie when all
 * play their best, where the settlement asks for no more, and else, also in raspasy, what everybody takes whatever is played.
 */
export function certainOffer(seen: Seen, solver: Solver): Action | undefined {
  const { deal } = seen;
  if (!mayOffer(seen)) return undefined;
  const tricks =
    seen.declarer === undefined
      ? sharesOfAll(seen, dealsThatFit(seen))
      : sharesOfSides(seen, solver);
  const isRefused = deal.play!.offers.some((offer) => offer.tricks.join() === tricks?.join());
  return tricks && !isRefused ? { kind: 'offer', tricks } : undefined;
}

/** Whoever plays for his partner offers too; who gave his hand away does not (rule 14.1.2). */
function mayOffer({ deal, declarer, me, sizes }: Seen): boolean {
  const play = deal.play;
  if (!play || sizes[me]! < fewestCards) return false;
  const seat = deal.order[me]!;
  if (play.offers.some(({ by }) => by === seat) || play.handedOver === seat) return false;
  const words = deal.said.map(([, word]) => word);
  const passes = deal.said.findLast(([who]) => who === seat)?.[1] === 'pass';
  const isLone = words.filter((word) => word === 'whist').length === 1;
  return !(isLone && passes && me !== declarer);
}

/** Tricks by seat of a contract whose end is certain. */
function sharesOfSides(seen: Seen, solver: Solver): readonly number[] | undefined {
  const { deal, me, declarer } = seen;
  const left = tricksLeft(seen);
  const isGame = deal.contract !== 'M';
  if (me === declarer && isGame && allAreWinners(seen)) return withDeclarers(seen, left);
  const cards = dealsThatFit(seen);
  if (!cards) return undefined;
  const [first, ...others] = cards.map((each) => positionOf(seen, each));
  const toDeclarer = solver.tricks(first!);
  const tricks = withDeclarers(seen, toDeclarer);
  if (!isSettledBySides(seen, tricks)) return sharesOfAll(seen, cards);
  const from = solver.nodes;
  const isCertain = others.every(
    (position) => solver.nodes - from <= little.nodes && solver.tricks(position) === toDeclarer,
  );
  return isCertain ? tricks : undefined;
}

/** What the declarer gets of the rest is his, the others' share goes to the whister. */
function withDeclarers(seen: Seen, toDeclarer: number): readonly number[] {
  const { deal, declarer } = seen;
  const whister = deal.said.find(([, word]) => word === 'whist')?.[0];
  const against = whister ?? deal.order[(declarer! + 1) % 3]!;
  const toOthers = tricksLeft(seen) - toDeclarer;
  return deal.play!.taken.map((taken, seat) => {
    if (seat === deal.order[declarer!]) return taken + toDeclarer;
    return seat === against ? taken + toOthers : taken;
  });
}

/** Tricks by seat when nobody's play can change them any more. */
function sharesOfAll(seen: Seen, deals: readonly DealtCards[] = []): readonly number[] | undefined {
  const { deal, declarer, trump } = seen;
  // The talon still leads to a trick of raspasy.
  if (declarer === undefined && tricksLeft(seen) > 8) return undefined;
  let found: readonly number[] | undefined;
  for (const cards of deals) {
    const { leader, hands, played } = positionOf(seen, cards);
    const shares = forcedShares({ trump, leader, hands, played });
    if (!shares || (found && found.join() !== shares.join())) return undefined;
    found = shares;
  }
  return (
    found && deal.play!.taken.map((taken, seat) => taken + (found[deal.order.indexOf(seat)] ?? 0))
  );
}

const tricksLeft = ({ deal }: Seen) => 10 - deal.play!.taken.reduce((sum, each) => sum + each, 0);

/** All of them, or undefined when they are too many to look at. */
function dealsThatFit(seen: Seen): readonly DealtCards[] | undefined {
  const found: DealtCards[] = [];
  for (const cards of everyDeal(seen)) {
    if (found.push(cards) > little.deals) return undefined;
  }
  return found;
}
