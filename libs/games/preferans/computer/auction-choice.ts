import {
  auctionStanding,
  contractsAfter,
  isMisere,
  levelOf,
  type AuctionWord,
  type Bid,
} from '@trellis/games/preferans/rules';
import type { Solver } from '@trellis/games/preferans/solver';
import { namedAfter, planned } from './contract-choice.js';
import { settledByWords } from './defence-model.js';
import { bestEstimate, estimate, gameKinds, plans, type Plan } from './estimate.js';
import { Payoffs } from './payoff.js';
import { settledByPassing } from './raspasy.js';
import { sampleDeal, type DealtCards } from './sample-deals.js';
import type { Seen } from './seen.js';
import type { Strength } from './strength.js';

/** The misère estimate above which nobody looks further. */
const hopelessMisere = 2.2;
/** How many tricks the estimate may lie below a bid that is still worth solving. */
const hopelessGame = 0.8;
/** What the talon adds to the tricks of ten cards, about. */
const talonAdds = 1.2;

/**
 * Solved deals let the defenders whist and play as if they saw all hands, and so make a game look worse than it is.
 * Where another has bid it takes about so many whists to make up for it, and where nobody has, none: found by
 * playing on after a bid and after a pass (`bidWorth` of apps/cli), with forty hands at the edge of a first bid and
 * twenty at the edge of one over a six.
 */
const boldness = 6;

/** So many standard errors a bid must be better than passing: what looks good may be good by chance. */
const caution = 1;
/** Nobody draws more deals when the answer is clear: beyond so many errors, and not before so many deals. */
const clear = 2.5;
const leastDeals = 6;
/** The search that a word may take even of a player who thinks little: some tenth of a second. */
const bidNodes = 400_000;

/**
 * Pass, or the lowest bid, or misère: whichever settles best on deals that fit, where the talon is known
 * and the discard chosen by estimate. A bid must be better than passing by more than chance explains.
 */
export function chooseCall(
  seen: Seen,
  words: readonly AuctionWord[],
  strength: Strength,
  solver: Solver,
  random: () => number,
): AuctionWord {
  const { deal, me } = seen;
  const hand = seen.hands[me]!;
  const { current } = auctionStanding(deal.order, deal.auction);
  const considered = new Map<AuctionWord, Bid>();
  const lowest = words.find((word) => word !== 'P');
  const game = lowest === '=' ? current!.bid : lowest;
  if (lowest && game && !isMisere(game)) {
    if (bestEstimate(hand) + talonAdds > levelOf(game)! - hopelessGame)
      considered.set(lowest, game);
  }
  if (words.includes('M') && estimate(hand, 'misere') < hopelessMisere) considered.set('M', 'M');
  if (considered.size === 0) return 'P';

  const table = new Bidding(seen, strength, solver);
  const gains = new Map<AuctionWord, number[]>([...considered.keys()].map((word) => [word, []]));
  const from = solver.nodes;
  const nodes = Math.max(strength.nodes, bidNodes);
  for (let at = 0; at < strength.bidDeals && solver.nodes - from <= nodes; at++) {
    const cards = sampleDeal(seen, strength.candidates, random);
    const passing = table.settledByPass(cards);
    for (const [word, bid] of considered) {
      const bonus = current && word !== 'M' ? boldness : 0;
      gains.get(word)!.push(table.settledByBid(cards, me, bid) + bonus - passing);
    }
    if (at + 1 >= leastDeals && [...gains.values()].every(isClear)) break;
  }
  let best: AuctionWord = 'P';
  let bestGain = 0;
  for (const [word, gained] of gains) {
    const { mean, error } = meanOf(gained);
    if (mean - caution * error > bestGain) {
      best = word;
      bestGain = mean - caution * error;
    }
  }
  return best;
}

function isClear(gained: readonly number[]): boolean {
  const { mean, error } = meanOf(gained);
  return Math.abs(mean) > clear * error;
}

class Bidding {
  private readonly payoffs: Payoffs;

  constructor(
    private readonly seen: Seen,
    private readonly strength: Strength,
    private readonly solver: Solver,
  ) {
    this.payoffs = Payoffs.of(seen);
  }

  /** This player's settlement when the place wins the auction with this bid. */
  settledByBid(cards: DealtCards, place: number, bid: Bid): number {
    const { conventions, deal, me } = this.seen;
    const contracts = contractsAfter(bid);
    const twelve = cards.hands[place]! | cards.away;
    const kinds: readonly Plan['kind'][] = isMisere(bid) ? ['misere'] : gameKinds;
    const plan = plans(twelve, kinds, 1).find((each) => namedAfter(contracts, each));
    if (!plan) return 0;
    const contract = namedAfter(contracts, plan)!;
    const tricks = this.solver.tricks(planned(place, cards.hands, plan));
    const named = {
      conventions,
      order: deal.order,
      declarer: deal.order[place]!,
      contract,
      tricks,
    };
    return settledByWords(named, [], this.payoffs)[deal.order[me]!]!;
  }

  /** This player's settlement when he passes: the bidder plays, or the next who has a bid, or nobody. */
  settledByPass(cards: DealtCards): number {
    const { deal, me } = this.seen;
    const { current, passed } = auctionStanding(deal.order, deal.auction);
    if (current) return this.settledByBid(cards, deal.order.indexOf(current.seat), current.bid);
    const lowest: Bid = `${deal.minLevel as 6 | 7 | 8}S`;
    for (const turn of [1, 2]) {
      const place = (me + turn) % 3;
      if (passed.includes(deal.order[place]!)) continue;
      if (bestEstimate(cards.hands[place]!) + talonAdds >= deal.minLevel - 0.2) {
        return this.settledByBid(cards, place, lowest);
      }
    }
    return settledByPassing(this.seen, cards, this.payoffs, this.strength);
  }
}

function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / Math.max(1, values.length - 1) / values.length) };
}
