import { seededRandom, shuffle } from '@trellis/games/kit';
import {
  preferans,
  preferansConventions,
  type AuctionWord,
  type State,
} from '@trellis/games/preferans/rules';
import type { Player } from './arena-deal.js';

/** What a bid of the eldest hand won over passing with the same cards, in whists. */
export interface BidWorth {
  readonly word: AuctionWord;
  readonly hand: readonly string[];
  readonly mean: number;
  /** The standard error of the mean. */
  readonly error: number;
  /** Deals that the mean is taken over. */
  readonly redeals: number;
}

/** How many more deals are dealt each time a bid that looks bad is measured anew. */
const moreDeals = 4;
/** How often it is measured anew before the verdict stands. */
const mostConfirmations = 3;

/**
 * Deals a hand at random and asks the player for his first word. A bid is tried: the other cards are dealt
 * anew `redeals` times, and each deal is played on by `player` at all seats after the bid and after a pass.
 *
 * Among a thousand bids that are worth just as much as passing some twenty look bad by chance. So one that does is
 * measured anew, with more deals and none of those that made it look bad; what the last measure says counts.
 * A bid that is truly worse looks the worse the more deals there are.
 */
export function bidWorth(
  player: Player,
  seed: number,
  redeals: number,
  confirmations = mostConfirmations,
): BidWorth | 'pass' {
  const random = seededRandom(seed);
  const own = shuffle(32, random);
  const first = dealt(own);
  const legal = preferans.legalActions(first, 0);
  const chosen = player.choose(preferans.viewFor(first, 0), legal, random);
  if (chosen.kind !== 'call' || chosen.word === 'P') return 'pass';

  const measured = (deals: number): BidWorth => ({
    word: chosen.word,
    hand: first.deal!.hands[0]!,
    ...gainOver(deals, () => gainOf(chosen.word, redealt(own, random), player, random)),
    redeals: deals,
  });
  let worth = measured(redeals);
  for (let again = 1; again <= confirmations && isNonsense(worth); again++) {
    worth = measured(redeals * moreDeals ** again);
  }
  return worth;
}

/** A bid that no chance excuses: worse than passing by more than two of its own standard errors. */
export const isNonsense = ({ mean, error }: BidWorth) => mean < -2 * error;

/** What the word settles better than a pass when this deal is played on, by the same chance. */
function gainOf(
  word: AuctionWord,
  order: readonly number[],
  player: Player,
  random: () => number,
): number {
  const state = dealt(order);
  const chance = Math.floor(random() * 2 ** 31);
  const [bid, pass] = [word, 'P' as const].map((spoken) => {
    const next = preferans.apply(state, 0, { kind: 'call', word: spoken });
    return playedOn(next, player, seededRandom(chance)).end!.settlement[0]!;
  });
  return bid! - pass!;
}

function gainOver(deals: number, gain: () => number): { mean: number; error: number } {
  const gains = Array.from({ length: deals }, gain);
  const mean = gains.reduce((sum, each) => sum + each, 0) / deals;
  const squares = gains.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (deals - 1) / deals) };
}

/** Seat 0 is the eldest hand. */
function dealt(order: readonly number[]): State {
  const state = preferans.start(preferansConventions({ maxDeals: 1 }));
  return preferans.shuffled!(preferans.shuffled!(state, [2, 0, 1]), order);
}

/** The places of a deck that come to the eldest hand: the first of each round, the talon being the fourth packet. */
const eldestPlaces = [0, 1, 8, 9, 14, 15, 20, 21, 26, 27];

function redealt(order: readonly number[], random: () => number): number[] {
  const others = order.flatMap((_, at) => (eldestPlaces.includes(at) ? [] : [at]));
  const mixed = shuffle(others.length, random);
  const next = [...order];
  others.forEach((place, at) => (next[place] = order[others[mixed[at]!]!]!));
  return next;
}

function playedOn(from: State, player: Player, random: () => number): State {
  let state = from;
  while (!state.end) {
    const seat = preferans.toAct(state)[0]!;
    const legal = preferans.legalActions(state, seat);
    const action = player.choose(preferans.viewFor(state, seat), legal, random);
    state = preferans.apply(state, seat, preferans.admits!(state, seat, action));
  }
  return state;
}
