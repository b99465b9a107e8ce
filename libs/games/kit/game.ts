import type { Agreement } from './agreement.js';
import type { Conventions, ConventionSchema } from './conventions.js';
import type { Notation } from './notation.js';
import type { Result } from './result.js';
import type { Seat, Viewer } from './seat.js';
import type { Tally } from './tally.js';

/**
 * The rules of something we play: data and pure functions. No clock, no chance, no I/O: shuffles,
 * alarms and timeouts enter as data, so that a game can be replayed from its journal anywhere.
 *
 * `State`, `Action` and `View` are plain JSON data; nothing is ever mutated.
 */
export interface Game<State = unknown, Action = unknown, View = unknown> {
  /** In addresses and in the journal: `tic-tac-toe`. */
  readonly name: string;
  /** The first entry of a table names it; a change of what a journal means is another version. */
  readonly rulesVersion: number;
  /** Everything a table agrees on, `commonConventions` included. */
  readonly conventions: ConventionSchema;

  /** How many people play, which the conventions may decide. */
  seats(conventions: Conventions): number;
  start(conventions: Conventions): State;

  /** Seats that owe a decision now: their clocks run. Empty when the game is over or waits for a shuffle. */
  toAct(state: State): readonly Seat[];
  /** What a seat may do now. Where listing all would be long the game brings its own `admits`. */
  legalActions(state: State, seat: Seat): readonly Action[];
  /** The action equal to what arrived; throws `IllegalAction` with the reason. Default: `admit` over `legalActions`. */
  admits?(state: State, seat: Seat, action: unknown): Action;
  /**
   * A decision of the kind of which a game has many and which often is none (a card to a trick): `only` is
   * there when a single action is legal. Undefined for every other decision. The house plays `only` for a
   * player who asked for it, at a pace that does not tell one from the other.
   */
  routine?(state: State, seat: Seat): { readonly only?: Action } | undefined;
  /** Only admitted actions get here. */
  apply(state: State, seat: Seat, action: Action): State;

  /** The length of the permutation the game waits for (32 for a deck), or undefined. */
  awaitsShuffle?(state: State): number | undefined;
  /** `order` is a permutation of 0 … length-1, which the table's owner drew. */
  shuffled?(state: State, order: readonly number[]): State;

  /** Something that happens by itself `ms` after this state was reached, unless the alarm's id changes before. */
  alarm?(state: State): { readonly id: string; readonly ms: number } | undefined;
  ring?(state: State): State;

  /** What a seat is asked without owing an answer, a proposal to stop: the house's players answer it. */
  asked?(state: State, seat: Seat): readonly Action[];

  /**
   * For the convention `absent: computer`: a computer plays on for somebody who ran out of time or left, until he is
   * back. The rules see to it that he gains nothing by it, and pays the fine if he never comes.
   */
  readonly absence?: {
    away(state: State, seat: Seat, reason: 'time' | 'left'): State;
    back(state: State, seat: Seat): State;
  };

  /**
   * Something a player claims that may be settled without an answer when it can be proven. `question` is plain data
   * for the game's prover, and holds nothing that the claimant does not see: whether a proof was found must tell nothing new.
   */
  claim?(state: State): { readonly id: string; readonly question: unknown } | undefined;
  /** The claim holds. */
  proven?(state: State): State;

  /** A seat ran out of time or left: the game is closed and the innocent are settled fairly. Afterwards `result` is there. */
  forfeit(state: State, seat: Seat, reason: 'time' | 'left'): State;
  result(state: State): Result | undefined;

  /** Everything one viewer may know, built by naming what may be seen. After the end all is open. */
  viewFor(state: State, viewer: Viewer): View;
  /**
   * Everything, for the replay of a finished game; a game without secrets needs none, there the
   * spectator sees it all. Never for a table where people still play: the linter keeps it out of there.
   */
  openView?(state: State): View;
  /** What the table agreed on, of a game whose views tell it: then it does not travel beside them a second time. */
  agreedIn?(view: View): Agreement;
  /**
   * What is over, open to all and never changes again, a part a line (a deal that was written); it only grows.
   * Views leave it out and everybody fetches each line once: a view stays short however long a game is.
   */
  past?(state: State): readonly unknown[];
  /** What one viewer may know of an action that was just done, for animation, sound and speech. */
  actionFor(state: State, seat: Seat, action: Action, viewer: Viewer): unknown;

  /** What a finished game adds to the statistics of its seats, by seat: who did what how often, and what came of it. */
  tallies?(state: State): readonly (readonly Tally[])[];

  /** Scores are points of which an average tells something; in other games they say no more than the places. */
  readonly scoresInPoints?: true;

  /** How people write this game down, to keep it and to look at it again. */
  readonly notation?: Notation<State, Action>;

  /** The house's players, weakest first. */
  readonly computers: readonly Computer<View, Action>[];
}

/** A computer player. It gets exactly the view of its seat and acts through the same door as people. */
export interface Computer<View = unknown, Action = unknown> {
  readonly level: string;
  /** It may think for more than 10 ms: not on the thread that serves moves. */
  readonly heavy?: boolean;
  /** `random` returns numbers in [0, 1). */
  choose(view: View, legal: readonly Action[], random: () => number): Action;
}

/** A game whose types do not matter to the caller: tables, catalog, wire. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- State is invariant; `unknown` would refuse every real game.
export type AnyGame = Game<any, any, any>;
