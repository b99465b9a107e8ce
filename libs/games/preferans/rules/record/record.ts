import { Refusal, type Conventions } from '@trellis/games/kit';
import type { EndReason } from '../state.js';
import type { SheetChange } from '../score-sheet.js';

export const recordFormat = 'preferans-record/1';

/** Rule 17.1: one game, enough to compute everything else. */
export interface GameRecord {
  readonly format: typeof recordFormat;
  readonly id?: string;
  readonly startedAt?: string;
  readonly preset?: string;
  /** The full resolved set. */
  readonly options: Conventions;
  /** Who sat where, by seat. */
  readonly players: readonly string[];
  readonly firstDealer: number;
  /** When the decks come from the club's fair deals. */
  readonly fair?: {
    readonly commit: string;
    readonly contributions: Readonly<Record<string, string>>;
    readonly secret?: string;
  };
  readonly deals: readonly DealRecord[];
  /** Absent while the game is not over. */
  readonly end?: {
    readonly reason: EndReason;
    readonly offender?: number;
    /** Who was away when the game ended, the first to go first (rule 14.6). */
    readonly absent?: readonly { readonly seat: number; readonly reason: 'time' | 'left' }[];
    readonly exact: readonly string[];
    readonly settlement: readonly number[];
  };
}

export interface DealRecord {
  readonly no: number;
  readonly dealer: number;
  readonly commit?: string;
  readonly nonce?: string;
  /** 64 characters in dealing order. */
  readonly deck: string;
  /** "0:6S", "1:P", "0:=" */
  readonly auction: readonly string[];
  readonly discard?: string;
  /** "6S" … "10N", "M", or "-" for a concession. */
  readonly contract?: string;
  /** "1:w", "2:p", "1:h" */
  readonly whist?: readonly string[];
  readonly choice?: 'o' | 'c';
  /** Cards in the order played. */
  readonly play?: string;
  readonly offers?: readonly OfferRecord[];
  /** Seats for which a computer played in this deal (rule 14.6). */
  readonly house?: readonly number[];
  /** By seat, when the deal was played. */
  readonly tricks?: readonly number[];
  /** Absent when the deal was void. */
  readonly entries?: SheetChange;
  readonly void?: true;
}

export interface OfferRecord {
  /** How many cards had been played. */
  readonly at: number;
  readonly by: number;
  readonly tricks: readonly number[];
  /** Who accepted. */
  readonly yes: readonly number[];
  /** Settled without an answer (rule 14.1.6). */
  readonly proven?: true;
}

/** Rule 17.4. `at` is where: "deals[2].play[7]" in a document, "line 3" in text that cannot be read at all. */
export class DamagedRecord extends Refusal {
  constructor(
    readonly at: string,
    why: string,
    /** The number of the rule that is broken, when the record can be read but not be true. */
    readonly rule: string = '17.4',
    readonly reason: string = 'unreadable',
  ) {
    super('damaged-record', `${at}: ${why}`, { at, rule, reason });
  }
}

/** It can be read, but by this rule it cannot be true. */
export const broken = (at: string, rule: string, why: string) =>
  new DamagedRecord(at, why, rule, 'contradicts-the-rules');

export const unreadable = (at: string, why: string) => new DamagedRecord(at, why);
