import type { Seat } from '@trellis/games/kit';
import type { GameId, PlayerId } from '@trellis/facade';

/** From where a player plays: a browser that has said so, and since when (ms). */
export interface Device {
  readonly id: string;
  readonly since: number;
}

/** What somebody asks of a table. `player` comes from the session, never from the message. */
export type Request =
  | {
      readonly kind: 'set';
      readonly player: PlayerId;
      readonly game: string;
      readonly number: number | null;
    }
  | {
      readonly kind: 'choose-conventions';
      readonly player: PlayerId;
      readonly preset?: string;
      readonly conventions: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'cancel'; readonly player: PlayerId }
  | { readonly kind: 'sit'; readonly player: PlayerId; readonly seat: Seat }
  | { readonly kind: 'stand'; readonly player: PlayerId }
  | {
      readonly kind: 'seat-computer';
      readonly player: PlayerId;
      readonly seat: Seat;
      readonly level: string;
    }
  /** Frees a seat that a computer holds or that is reserved. */
  | { readonly kind: 'clear-seat'; readonly player: PlayerId; readonly seat: Seat }
  | {
      readonly kind: 'act';
      readonly player: PlayerId;
      readonly after: number;
      readonly action: unknown;
      readonly device?: Device;
    }
  /** Leaves a running game (a forfeit) or a finished one. */
  | { readonly kind: 'leave'; readonly player: PlayerId; readonly device?: Device }
  | { readonly kind: 'rematch'; readonly player: PlayerId }
  /** Plays himself again, after a computer has played for him. */
  | { readonly kind: 'return'; readonly player: PlayerId; readonly device?: Device }
  /** The player's page has opened the table: a sign of life. */
  | { readonly kind: 'arrive'; readonly player: PlayerId }
  /** The player's browser adds randomness (64 hex digits) to the shuffles of this game. */
  | {
      readonly kind: 'contribute';
      readonly player: PlayerId;
      readonly gameId: GameId;
      readonly contribution: string;
    }
  /** Asked by the table's owner itself, not by people. */
  | { readonly kind: 'time' }
  | {
      readonly kind: 'computer-acts';
      readonly seat: Seat;
      readonly after: number;
      readonly action: unknown;
    }
  /** The claim with this id holds. */
  | { readonly kind: 'prove'; readonly claim: string }
  /** `fence`: by an owner who has taken the table from another; he writes, whatever it is at, so that the other one cannot any more. */
  | { readonly kind: 'credit'; readonly ms: number; readonly fence?: boolean }
  /** Lets the table go whatever it is at: only for tables that nobody keeps. */
  | { readonly kind: 'discard' };
