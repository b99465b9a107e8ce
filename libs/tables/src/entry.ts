import type { Conventions, Result, Seat } from '@trellis/games/kit';
import type { GameId, PlayerId, RatingChange } from '@trellis/facade';
import type { Occupant } from './table.js';

/** What a request adds to the journal. `seq` counts from 1 without gaps; `at` is the owner's time (ms). */
export type Entry = { readonly seq: number; readonly at: number } & EntryBody;

export type EntryBody =
  /** Somebody set the table. */
  | {
      readonly kind: 'set';
      readonly game: string;
      readonly rulesVersion: number;
      readonly number: number | null;
      readonly by: PlayerId;
    }
  | { readonly kind: 'conventions-chosen'; readonly conventions: Conventions }
  | { readonly kind: 'sat'; readonly seat: Seat; readonly occupant: Occupant }
  | { readonly kind: 'stood'; readonly seat: Seat }
  /** `present` are the seats that are looking at the table at this moment: their clocks start at once. */
  | { readonly kind: 'started'; readonly gameId: GameId; readonly present: readonly Seat[] }
  | { readonly kind: 'arrived'; readonly seat: Seat }
  /** The owner commits to a secret before it asks for contributions. It stays here until the game is over. */
  | { readonly kind: 'committed'; readonly commitment: string; readonly secret: string }
  | { readonly kind: 'contributed'; readonly seat: Seat; readonly contribution: string }
  /** Who has not contributed by now does not. */
  | { readonly kind: 'contributions-closed' }
  | { readonly kind: 'shuffled'; readonly order: readonly number[] }
  | { readonly kind: 'acted'; readonly seat: Seat; readonly action: unknown }
  | { readonly kind: 'rang' }
  | { readonly kind: 'forfeited'; readonly seat: Seat; readonly reason: 'time' | 'left' }
  /** Somebody ran out of time or left, and a computer plays on for him. */
  | { readonly kind: 'relieved'; readonly seat: Seat; readonly reason: 'time' | 'left' }
  /** He is back and plays himself. */
  | { readonly kind: 'returned'; readonly seat: Seat }
  /** What a player claimed was proven: it is settled without an answer. */
  | { readonly kind: 'proven' }
  /**
   * The end. It replaces all earlier entries of the table, so it carries the table whole.
   * `ratings` are filled in by the transaction that writes the result.
   */
  | {
      readonly kind: 'finished';
      readonly game: string;
      readonly rulesVersion: number;
      readonly number: number | null;
      readonly by: PlayerId;
      readonly conventions: Conventions;
      readonly gameId: GameId;
      readonly startedAt: number;
      readonly seats: readonly Occupant[];
      readonly state: unknown;
      readonly result: Result;
      readonly ratings: readonly RatingChange[];
    }
  | { readonly kind: 'left'; readonly player: PlayerId }
  /** Somebody asked for a rematch: the same people and conventions, seats moved by one. */
  | { readonly kind: 'reopened'; readonly by: PlayerId; readonly until: number }
  /** Running clocks get back what an outage took (ms). */
  | { readonly kind: 'credited'; readonly ms: number }
  /** The table is free again. */
  | { readonly kind: 'freed' };
