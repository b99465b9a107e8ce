import type { AnyGame, Conventions, Lot, Result } from '@trellis/games/kit';
import type {
  Fairness,
  GameId,
  GameRecord,
  GameTallies,
  PlayerId,
  RecordedStep,
  TableId,
} from '@trellis/facade';
import type { Entry } from './entry.js';
import type { Device, Request } from './request.js';
import type { Occupant, Table } from './table.js';
import type { TableSummary } from './table-summary.js';

/** Two owners wrote the same entry: the other one was first. Forget the table and read it again. */
export class JournalConflict extends Error {
  constructor(readonly tableId: TableId) {
    super(`Another entry stands in the journal of table ${tableId}.`);
    this.name = 'JournalConflict';
  }
}

/**
 * All entries of all tables; `(tableId, seq)` is the key. An append is durable when its promise
 * resolves. When it rejects with anything but `JournalConflict` nobody knows: read again.
 */
export abstract class Journal {
  /** All or none of the entries. Rejects with `JournalConflict`. */
  abstract append(tableId: TableId, entries: readonly Entry[]): Promise<void>;
  /** In order of `seq`; empty for a table that is not there. */
  abstract read(tableId: TableId): Promise<readonly Entry[]>;
  /** The `seq` of the table's last entry; 0 for a table that is not there. */
  abstract newest(tableId: TableId): Promise<number>;
  /** Every table that has entries. */
  abstract tables(): Promise<readonly TableId[]>;
  /** Removes a table that is free. */
  abstract forget(tableId: TableId): Promise<void>;
  /** Says that this process is alive at `now` (ms); what lies between two of these is an outage. */
  abstract beat(node: NodeId, now: number): Promise<void>;
  /** The last beat (ms) of a process, or of the one that beat last; null when there was none. */
  abstract lastBeat(node?: NodeId): Promise<number | null>;
}

/** Everything the end of a game must write. */
export interface Ending {
  readonly tableId: TableId;
  readonly gameId: GameId;
  readonly game: string;
  readonly rulesVersion: number;
  readonly number: number | null;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly conventions: Conventions;
  readonly rated: boolean;
  readonly seats: readonly Occupant[];
  readonly steps: readonly RecordedStep[];
  /** Where something was shuffled. */
  readonly fairness?: Fairness;
  readonly result: Result;
  /** What the rules say for the statistics of the seats. */
  readonly tallies?: GameTallies;
  /** What this step adds to the journal; the last one is `finished` and replaces all before it. */
  readonly entries: readonly Entry[];
}

export interface Ended {
  /** The `finished` entry as it stands in the journal, ratings included. */
  readonly finished: Extract<Entry, { kind: 'finished' }>;
  readonly record: GameRecord;
}

/**
 * One transaction: the entries (rejects with `JournalConflict`), the result, the rating changes, the
 * record; the journal keeps only the `finished` entry. Keyed by the game's id: twice changes nothing.
 */
export abstract class Results {
  abstract finish(ending: Ending): Promise<Ended>;
}

/** Who looks at tables. */
export abstract class Audience {
  /** Shows a new state to everybody who looks; `entries` led to it. Must not throw. */
  abstract show(table: Table, entries: readonly Entry[]): void;
  /** A game has ended and its result is durable. Comes before the `show` of the same step. Must not throw. */
  abstract finished(record: GameRecord): void;
  /** Players who look at the table now. */
  abstract present(tableId: TableId): ReadonlySet<PlayerId>;
  /** Whether the player plays at the table from a newer device than this one. */
  abstract playsElsewhere(tableId: TableId, player: PlayerId, device: Device): boolean;
}

/** Time, so that tests can own it. */
export abstract class Clock {
  abstract now(): number;
  /** Calls back at `time` (ms since 1970) or soon after, however far it is. Returns how to cancel. */
  abstract at(time: number, callback: () => void): () => void;
}

/** Chance, so that rules and tests need none. */
export abstract class Chance {
  /** An unguessable id of at least 128 bits, fit for an address. */
  abstract id(): string;
  /** 256 bits that nobody can guess, and what commits to them; both as 64 hex digits. */
  abstract secret(): { readonly secret: string; readonly commitment: string };
  /** The permutation of 0 … length-1 that follows from the secret, the lot and the shuffle's number, from 1. */
  abstract order(secret: string, lot: Lot, number: number, length: number): readonly number[];
  /** In [0, 1), for pauses and computer players. */
  abstract random(): number;
}

/** What a computer player is asked: what its seat sees, and what it may do. */
export interface Thought {
  readonly game: string;
  readonly level: string;
  readonly view: unknown;
  readonly legal: readonly unknown[];
}

/** Where computer players think. */
export abstract class Thinker {
  /** One of the legal actions, or one that the rules admit. Must not hold up this thread for more than 10 ms. */
  abstract choose(thought: Thought): Promise<unknown>;
  /** Whether what a player claims holds; see `Game.claim`. Nor must this hold up the thread. */
  abstract prove(claim: { readonly game: string; readonly question: unknown }): Promise<boolean>;
}

/** One process of the club, from its start to its end. */
export type NodeId = string;

/** Who owns a table. */
export type Place =
  | {
      readonly mine: true;
      /** Who owned it until he was gone; null: this process did, or nobody knows. */
      readonly before: NodeId | null;
      /** Until now this process did not take it for its own: somebody else may still. */
      readonly regained?: boolean;
      /** The directory could not be asked: so it was when it could. */
      readonly remembered?: boolean;
    }
  | { readonly mine: false; readonly owner: NodeId };

/**
 * Which process owns a table. It routes, and no more: when two processes believe that they own a table, the
 * journal lets one of them write (`JournalConflict`).
 */
export abstract class Directory {
  /** This process. */
  abstract readonly node: NodeId;
  /** False while another process may have taken its tables without its knowing: then only the journal knows how they stand. */
  abstract readonly certain: boolean;
  /** A new table is this process's. */
  abstract open(tableId: TableId): Promise<void>;
  /**
   * Where a table is; one whose owner is gone becomes this process's. Null for a table that nobody has opened.
   * Throws the refusal `try-again` when it cannot be known now.
   */
  abstract locate(tableId: TableId): Promise<Place | null>;
  /** Of these tables, those without a living owner that fall to this process: they are its own now. */
  abstract adopt(tableIds: readonly TableId[]): Promise<ReadonlyMap<TableId, NodeId | null>>;
  /** This process's tables, as far as it knows without asking. */
  abstract owned(): readonly TableId[];
  abstract owns(tableId: TableId): boolean;
  /** Another process has written to this table: it is not this one's until the directory has said so again. */
  abstract doubt(tableId: TableId): void;
  /** These tables are free: nobody owns them any more. */
  abstract release(tableIds: readonly TableId[]): Promise<void>;
  /** This process stops: whoever comes first may have these tables. */
  abstract handOver(tableIds: readonly TableId[]): Promise<void>;
  /** Returns how to stop. */
  abstract watch(events: DirectoryEvents): () => void;
}

export interface DirectoryEvents {
  /** Tables may have lost their owner. */
  orphans(): void;
  /** This process had lost touch: its tables may have been in other hands meanwhile. Resolves when they are as the journal says. */
  again?(): Promise<void>;
  /** A table that was this process's turns out to be another's. */
  lost(tableId: TableId): void;
}

/** The other processes of the club. */
export abstract class Nodes {
  /**
   * Hands a request to the owner of its table and returns its answer, the new `seq`. Throws the owner's refusal;
   * `not-owner` or `try-again` when it certainly did nothing, `no-answer` when nobody knows.
   */
  abstract forward(owner: NodeId, tableId: TableId, request: Request): Promise<number>;
  /** The tables that others own, as last heard. */
  abstract tables(): Iterable<TableSummary>;
  abstract summary(tableId: TableId): TableSummary | undefined;
}

/** Finds the rules of a game by its name. */
export type Games = (name: string) => AnyGame | undefined;
