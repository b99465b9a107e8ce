import type { Seat } from '@trellis/games/kit';
import type { PreferansConventions } from './conventions/index.js';
import { phaseOf, whistingIn, type Deal } from './deal.js';
import { auctionStanding } from './auction.js';
import { offerWaitsFor } from './offers.js';
import type { Outcome } from './outcome.js';
import { handToPlay, isPlayed, playerOf } from './play.js';
import type { Pool } from './pool.js';
import type { Entry } from './score-sheet.js';

/** A whole game. Without `deal` it waits for a shuffle, until there is an `end`. */
export interface State {
  readonly conventions: PreferansConventions;
  /** Absent until the first dealer is drawn. */
  readonly pool?: Pool;
  readonly deal?: Deal;
  /** The deal before: open to all. */
  readonly last?: FinishedDeal;
  /** A proposal to make this deal the last one (rule 14.2). */
  readonly stop?: StopProposal;
  /** Since a computer first played for somebody (rule 14.6). */
  readonly absence?: Absence;
  readonly end?: End;
}

export interface Absence {
  /** Who is away now, the first to go first. */
  readonly away: readonly { readonly seat: Seat; readonly reason: 'time' | 'left' }[];
  /** For whom a computer has played in the running deal. */
  readonly helped: readonly Seat[];
  /** By seat: what the deals in which a computer helped have brought in all, exactly. */
  readonly gains: readonly string[];
}

export interface FinishedDeal {
  readonly deal: Deal;
  /** For whom a computer played in it. */
  readonly helped?: readonly Seat[];
  /** Absent when the deal was void: nothing was written. */
  readonly outcome?: Outcome;
  readonly entries: readonly Entry[];
}

export interface StopProposal {
  readonly by: Seat;
  /** Who has accepted; when all others have, it is agreed. */
  readonly yes: readonly Seat[];
}

export type EndReason = 'closed' | 'deals' | 'agreed' | 'time' | 'left';

export interface End {
  readonly reason: EndReason;
  readonly offender?: Seat;
  readonly settlement: readonly number[];
  readonly settlementExact: readonly string[];
}

/** Seats that owe a decision. An offer pauses everybody but those who answer it. */
export function seatsToAct({ deal, conventions }: State): readonly Seat[] {
  if (!deal) return [];
  if (isPlayed(deal)) {
    if (deal.play.offer) return offerWaitsFor(deal, conventions);
    return [playerOf(deal, handToPlay(deal), conventions)];
  }
  switch (phaseOf(deal, conventions)) {
    case 'auction':
      return [auctionStanding(deal.order, deal.auction).turn!];
    case 'contract':
      return [deal.won!.declarer];
    default:
      return [whistingIn(deal, conventions).seat!];
  }
}

export const isStopAgreed = ({ stop, conventions }: Pick<State, 'stop' | 'conventions'>): boolean =>
  stop !== undefined && stop.yes.length === conventions.players - 1;
