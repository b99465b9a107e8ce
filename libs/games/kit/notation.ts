import type { Conventions } from './conventions.js';
import type { Seat } from './seat.js';

/** One thing that happened in a game, as a record keeps it. */
export type PlayedStep<Action = unknown> =
  | { readonly kind: 'acted'; readonly seat: Seat; readonly action: Action }
  | { readonly kind: 'shuffled'; readonly order: readonly number[] }
  | { readonly kind: 'rang' }
  | { readonly kind: 'relieved'; readonly seat: Seat; readonly reason: 'time' | 'left' }
  | { readonly kind: 'returned'; readonly seat: Seat }
  | { readonly kind: 'proven' }
  | { readonly kind: 'forfeited'; readonly seat: Seat; readonly reason: 'time' | 'left' };

/** A game on its way: a state, and what led to it. */
export interface Moment<State = unknown, Action = unknown> {
  readonly state: State;
  /** Absent at the start, and where a record does not tell what happened. */
  readonly step?: PlayedStep<Action>;
}

/** A game that was played, as whoever writes it down knows it. */
export interface PlayedGame<Action = unknown> {
  readonly id?: string;
  /** As ISO 8601 writes it. */
  readonly startedAt?: string;
  readonly conventions: Conventions;
  /** Names, by seat. */
  readonly players: readonly string[];
  readonly steps: Iterable<PlayedStep<Action>>;
}

/** A game that was read, played through the rules: from the start to where the record ends. */
export interface ReadGame<State = unknown, Action = unknown> {
  readonly conventions: Conventions;
  /** By seat; absent when the record keeps no names. */
  readonly players?: readonly string[];
  readonly moments: readonly Moment<State, Action>[];
}

/** How people write a game down, outside of this club too. */
export interface Notation<State = unknown, Action = unknown> {
  write(game: PlayedGame<Action>): {
    /** Plain data, everything that is known. */
    readonly document: unknown;
    /** Lines to read and to paste; they may leave something out. */
    readonly text: string;
  };
  /**
   * Either of the two, as text. What is damaged, or cannot be true by the rules, throws a Refusal
   * `damaged-record`; its details say `at`, the place of the first thing that is not right.
   */
  read(text: string): ReadGame<State, Action>;
}
