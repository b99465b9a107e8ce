import type { Seat } from '@trellis/games/kit';
import type { Card, Contract, NamedContract, Outcome } from '@trellis/games/preferans/rules';
import type { CardJudged } from '@trellis/games/preferans/computer';

/** What looking back at one deal found. Plain data. */
export interface DealFinding {
  readonly no: number;
  /** The steps of the deal. */
  readonly from: number;
  readonly to: number;
  /** Absent when the deal was void or never finished. */
  readonly outcome?: Outcome;
  /** Where a contract was named. */
  readonly contract?: ContractFinding;
  readonly cards: readonly CardFinding[];
  /** What each of the three could have played with the talon, eldest hand first. */
  readonly chances: readonly Chance[];
  /** Whists in the settlement, by seat: as it was, and as it would be had all played their best from the first card. */
  readonly actual: readonly number[];
  readonly expected: readonly number[];
}

/** What a card gives away counts for whoever plays that part. */
export type Part = 'declarer' | 'defender' | 'misere' | 'raspasy';

export interface CardFinding {
  /** The step that plays it. */
  readonly ply: number;
  /** Who decided; the card may be his partner's, whose hand he plays. */
  readonly seat: Seat;
  readonly card: Card;
  readonly part: Part;
  /**
   * All cards open: tricks that another card would have kept for this side, and which cards those are. Absent in
   * raspasy, where there is no single right value.
   */
  readonly open?: { readonly gave: number; readonly best: readonly Card[] };
  /** With what he knew: absent where there was nothing to choose. */
  readonly knew?: Knew;
}

export interface Knew extends CardJudged {
  /** Another card was better by more than chance explains: of a few deals drawn a small difference says nothing. */
  readonly stands: boolean;
}

/** The contract that was named, all cards open. */
export interface ContractFinding {
  /** The step that named it. */
  readonly ply: number;
  readonly declarer: Seat;
  readonly contract: NamedContract;
  /** Tricks of the declarer with the discard he chose, all playing their best. */
  readonly tricks: number;
  /** The same with the best discard for what he named; `discard` is empty where nothing is discarded. */
  readonly best: { readonly discard: readonly Card[]; readonly tricks: number };
}

/** What a seat could have played with the talon, all cards open. */
export interface Chance {
  readonly seat: Seat;
  /** The highest contract that is made against every defence; absent when not even six tricks are there. */
  readonly game?: { readonly contract: Contract; readonly discard: readonly Card[] };
  /** Tricks of the best game, also when they are fewer than six. */
  readonly tricks: number;
  /** Misère: the tricks its catchers can force; with 0 nobody could have caught it. */
  readonly misere: { readonly tricks: number; readonly discard: readonly Card[] };
}
