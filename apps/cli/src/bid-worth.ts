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
}

/**
 * Deals a hand at random and asks the player for his first word. A bid is tried: the other cards are dealt
 * anew `redeals` times, and each deal is played on by `player` at all seats after the bid and after a pass.
 */
export function bidWorth(player: Player, seed: number, redeals: number): BidWorth | 'pass' {
  const random = seededRandom(seed);
  const own = shuffle(32, random);
  const first = dealt(own);
  const legal = preferans.legalActions(first, 0);
  const chosen = player.choose(preferans.viewFor(first, 0), legal, random);
  if (chosen.kind !== 'call' || chosen.word === 'P') return 'pass';

  const gains: number[] = [];
  for (let again = 0; again < redeals; again++) {
    const state = dealt(redealt(own, random));
    const chance = Math.floor(random() * 2 ** 31);
    const [bid, pass] = [chosen.word, 'P' as const].map((word) => {
      const spoken = preferans.apply(state, 0, { kind: 'call', word });
      return playedOn(spoken, player, seededRandom(chance)).end!.settlement[0]!;
    });
    gains.push(bid! - pass!);
  }
  const mean = gains.reduce((sum, each) => sum + each, 0) / redeals;
  const squares = gains.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const error = Math.sqrt(squares / (redeals - 1) / redeals);
  return { word: chosen.word, hand: first.deal!.hands[0]!, mean, error };
}

/** A bid that no chance excuses: worse than passing by more than two of its own standard errors. */
export const isNonsense = ({ mean, error }: BidWorth) => mean < -2 * error;

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
