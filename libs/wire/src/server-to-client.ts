import type { Agreement, Result, Seat, Viewer } from '@trellis/games/kit';
import type {
  ClubCounts,
  GameId,
  PlayerCard,
  RatingChange,
  TableId,
  TablePhase,
  TableRow,
} from '@trellis/facade';
import type { NoticeTold } from './notices.js';
import type { Letter } from './people.js';

/** A clock as it stood when the frame was sent; the reader counts down from there (ms). */
export interface ClockView {
  /** The seat owes a decision. */
  readonly running: boolean;
  /** Ms until the clock begins to run, while its player has shown no sign of life since the start. */
  readonly startsIn?: number;
  /** What is left of the time for this decision. */
  readonly move: number;
  readonly bank: number;
}

export interface SeatView {
  readonly kind: 'empty' | 'reserved' | 'player' | 'computer';
  readonly player?: PlayerCard;
  readonly level?: string;
  /** Of a computer: tells it from the others at this table; 0 when there is none. */
  readonly number?: number;
  /** Of a player who ran out of time or left: a computer plays for him until he is back. */
  readonly relieved?: boolean;
  /** Of a player: he looks at the table now. */
  readonly present?: boolean;
  /** Displayed rating before this game; absent for computers and before the first rated game. */
  readonly rating?: number;
  readonly provisional?: boolean;
  readonly clock?: ClockView;
}

export interface Happened {
  readonly kind:
    | 'acted'
    | 'shuffled'
    | 'rang'
    | 'forfeited'
    | 'sat'
    | 'stood'
    | 'started'
    | 'finished'
    | 'reopened'
    | 'credited'
    | 'relieved'
    | 'returned'
    | 'proven';
  readonly seat?: Seat;
  /** What this viewer may know of the action. */
  readonly action?: unknown;
  readonly reason?: 'time' | 'left';
  /** Of `credited`: how much the running clocks got back (ms). */
  readonly ms?: number;
}

/** Everything one viewer may know of a table, whole. A lost one costs nothing: the next is whole too. */
export interface TableView {
  readonly id: TableId;
  readonly game: string;
  readonly number: number | null;
  readonly seq: number;
  readonly phase: TablePhase | 'free';
  readonly viewer: Viewer;
  /** Who set the table; until the game begins. */
  readonly setBy?: PlayerCard;
  /** Milliseconds left to choose conventions, as of sending. */
  readonly choosing?: number;
  /** Absent while it is being chosen, and where the rules' view tells it (`Game.agreedIn`). */
  readonly agreed?: Agreement;
  readonly seats: readonly SeatView[];
  readonly gameId?: GameId;
  /**
   * Only to a seat whose contribution to the shuffles is awaited: SHA-256 of the secret that the club has chosen, in
   * hex. Keep it, then send `table:contribute`.
   */
  readonly commitment?: string;
  /** The rules' view for this viewer. */
  readonly board?: unknown;
  /** How many lines `table:past` has of this game; absent when it has none. */
  readonly past?: number;
  /** What this viewer may do now; `true` when it may act but there is too much to list. */
  readonly legal: readonly unknown[] | true;
  /** Seats that owe a decision. */
  readonly toAct: readonly Seat[];
  readonly result?: Result;
  readonly ratings?: readonly RatingChange[];
  /** What happened since the view before this one, for animation, sound and speech. */
  readonly happened: readonly Happened[];
  /** People looking at this table, players included. */
  readonly watchers: number;
  /** Only to a seat whose player plays from several devices (`table:play-here`): the one that plays. The others show the game. */
  readonly playsOn?: string;
}

/** What one may know of the shuffles of the game that is played at a table (docs/fair-deals.md). */
export interface TableFairness {
  readonly gameId: GameId;
  /** Null while nothing has been shuffled in this game. */
  readonly fairness: {
    readonly commitment: string;
    /** By seat, null for who sent none; others' are told when no more are taken. */
    readonly contributions: readonly (string | null)[];
    /** Contributions are still awaited. */
    readonly open: boolean;
    /** Shuffles drawn so far. */
    readonly drawn: number;
  } | null;
}

export interface HallSnapshot {
  readonly game: string;
  readonly tables: readonly TableRow[];
  readonly slots: number;
  readonly here: number;
  readonly counts: ClubCounts;
}

/** Coalesced, at most a few per second. */
export interface HallChanges {
  readonly game: string;
  readonly changed: readonly TableRow[];
  readonly gone: readonly TableId[];
  readonly slots: number;
  readonly here: number;
  readonly counts: ClubCounts;
}

/** A line of chat. The shape of `ChatLine` in the chat library. */
export interface ChatLine {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly player: PlayerCard;
  readonly said: { readonly text: string } | { readonly phrase: string };
}

export interface ServerToClient {
  'table:view': (view: TableView) => void;
  'hall:changes': (changes: HallChanges) => void;
  'chat:line': (message: { room: string; line: ChatLine }) => void;
  /** Somebody has written to this player, or this player himself, perhaps on another device. */
  'people:letter': (message: { from: PlayerCard; letter: Letter }) => void;
  /** Something waits for this player, wherever he is. */
  'notice:told': (told: NoticeTold) => void;
  /** The session has ended: signed out elsewhere. The socket closes right after. */
  'session:ended': (message: { reason: 'signed-out' | 'banned' }) => void;
  /** Too much was asked, again and again: the socket closes right after, and is not let in again before `retryMs` are over. */
  'connection:paused': (message: { retryMs: number }) => void;
  /** The server is about to restart: come back after `retryMs` (drawn with jitter). */
  'server:restarting': (message: { retryMs: number }) => void;
  /** The database is away or back: moves wait, clocks are stopped. */
  'club:storage': (message: { available: boolean }) => void;
}
