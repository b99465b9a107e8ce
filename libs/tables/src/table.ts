import type { Conventions, Result, Seat } from '@trellis/games/kit';
import type { GameId, PlayerId, RatingChange, TableId } from '@trellis/facade';

/** Who holds a seat in a game. */
export type Occupant =
  | { readonly kind: 'player'; readonly player: PlayerId }
  | { readonly kind: 'computer'; readonly level: string };

/** A seat before the game. */
export type SeatState =
  | { readonly kind: 'empty' }
  /** Kept after a rematch was asked, until `until` (ms). */
  | { readonly kind: 'reserved'; readonly player: PlayerId; readonly until: number }
  | Occupant;

/** The clock of one seat in a running game; times in ms. */
export interface SeatClock {
  /** Since when the current decision has been running; may lie ahead until the seat shows its first sign of life. Null: not to act. */
  readonly since: number | null;
  /** What the current decision has used before `since`. */
  readonly spent: number;
  /** What is left of the bank for the whole game. */
  readonly bank: number;
  /** The `seq` at which the seat's current decision began or its last one was made: an older `after` is stale. */
  readonly decisionSeq: number;
}

interface Common {
  readonly id: TableId;
  readonly game: string;
  readonly rulesVersion: number;
  /** Its place in the hall; null for a private table, which only its link finds. */
  readonly number: number | null;
  readonly setBy: PlayerId;
  /** The number of the last entry. */
  readonly seq: number;
  /** The time of the last entry (ms). */
  readonly at: number;
}

export interface Alarm {
  readonly id: string;
  readonly due: number;
}

/** What the shuffles of a running game are drawn from. The secret leaves the owner when the game is over. */
export interface FairDeals {
  readonly commitment: string;
  readonly secret: string;
  /** By seat. */
  readonly contributions: readonly (string | null)[];
  /** Contributions are waited for until then (ms); null: no more are taken. */
  readonly until: number | null;
  /** Shuffles drawn so far. */
  readonly drawn: number;
}

export interface Playing {
  readonly phase: 'playing';
  readonly conventions: Conventions;
  readonly gameId: GameId;
  readonly startedAt: number;
  readonly seats: readonly Occupant[];
  readonly state: unknown;
  readonly clocks: readonly SeatClock[];
  /** Seats that have shown a sign of life since the start. */
  readonly arrived: readonly Seat[];
  readonly alarm: Alarm | null;
  /** Null until the game asks for its first shuffle. */
  readonly fair: FairDeals | null;
  /** Players for whom a computer plays until they come back. */
  readonly away: readonly Away[];
}

export interface Away {
  readonly seat: Seat;
  readonly reason: 'time' | 'left';
}

/** A table is the fold of its journal. Phases are a union, not flags. */
export type Table = Common &
  (
    | { readonly phase: 'free' }
    | { readonly phase: 'convention'; readonly until: number }
    | {
        readonly phase: 'gathering';
        readonly conventions: Conventions;
        readonly seats: readonly SeatState[];
      }
    | Playing
    | {
        readonly phase: 'finished';
        readonly conventions: Conventions;
        readonly gameId: GameId;
        readonly startedAt: number;
        readonly finishedAt: number;
        readonly seats: readonly Occupant[];
        readonly state: unknown;
        readonly result: Result;
        readonly ratings: readonly RatingChange[];
        /** Players who are still at the table; when the last one leaves it is free. */
        readonly staying: readonly PlayerId[];
      }
  );

export type TableOf<Phase extends Table['phase']> = Extract<Table, { phase: Phase }>;
