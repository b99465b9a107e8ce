import type { Conventions, Result, Tally } from '@trellis/games/kit';

export type PlayerId = string;
export type TableId = string;
export type GameId = string;

/** A player as everybody may see him: an opaque id and the name he shows. */
export interface PlayerCard {
  readonly id: PlayerId;
  readonly name: string;
  /** A program plays, with a token of the person whose name this is. */
  readonly computer?: true;
  /** His account was deleted: the name is a neutral one. */
  readonly former?: true;
}

export type PublicSeat =
  | { readonly kind: 'empty' }
  /** Kept for this player after a rematch was asked, until `until` (ms since 1970). */
  | { readonly kind: 'reserved'; readonly player: PlayerCard; readonly until: number }
  | { readonly kind: 'player'; readonly player: PlayerCard }
  | { readonly kind: 'computer'; readonly level: string };

export type TablePhase = 'convention' | 'gathering' | 'playing' | 'finished';

/** A table as the hall shows it. A number without a row is a free table. */
export interface TableRow {
  readonly id: TableId;
  readonly game: string;
  readonly number: number;
  readonly phase: TablePhase;
  /** Grows with every change of this table. */
  readonly version: number;
  readonly setBy: PlayerCard;
  /** Null until they are chosen. */
  readonly conventions: Conventions | null;
  readonly seats: readonly PublicSeat[];
  /** The game that is played or was played last at this table. */
  readonly gameId: GameId | null;
}

export interface RatingChange {
  readonly player: PlayerId;
  /** Displayed ratings, rounded to whole points. */
  readonly before: number;
  readonly after: number;
  readonly provisional: boolean;
}

export interface FinishedSeat {
  readonly player: PlayerCard | null;
  readonly computer: string | null;
  readonly place: number;
  readonly score: number;
  /** Null in an unrated game and for computers. */
  readonly rating: RatingChange | null;
}

/** A finished game without its moves. */
export interface GameSummary {
  readonly id: GameId;
  readonly game: string;
  /** All games of the club in the order in which they ended. */
  readonly ordinal: number;
  readonly table: number | null;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly conventions: Conventions;
  readonly rated: boolean;
  readonly seats: readonly FinishedSeat[];
  readonly reason: Result['reason'];
  readonly offender: number | null;
  readonly fine: number;
  readonly moves: number;
  /** An arbiter has taken its rating back: when (ms), and why. It is as if it had not been rated. */
  readonly annulled?: { readonly at: number; readonly reason: string };
}

/** What happened in a game, in order; with the rules it replays to the same end. */
export type RecordedStep =
  | { readonly kind: 'acted'; readonly seat: number; readonly action: unknown; readonly at: number }
  | { readonly kind: 'shuffled'; readonly order: readonly number[]; readonly at: number }
  | { readonly kind: 'rang'; readonly at: number }
  | { readonly kind: 'proven'; readonly at: number }
  | {
      readonly kind: 'relieved';
      readonly seat: number;
      readonly reason: 'time' | 'left';
      readonly at: number;
    }
  | { readonly kind: 'returned'; readonly seat: number; readonly at: number }
  | {
      readonly kind: 'forfeited';
      readonly seat: number;
      readonly reason: 'time' | 'left';
      readonly at: number;
    };

/** What the shuffles of a game were drawn from, revealed when it is over (docs/fair-deals.md). All in hex. */
export interface Fairness {
  /** Told before the first shuffle: SHA-256 of the secret. */
  readonly commitment: string;
  readonly secret: string;
  /** By seat; null for a computer and for who sent none in time. */
  readonly contributions: readonly (string | null)[];
  /** Shuffles that came before the commitment: a game that was under way when the club began to commit. */
  readonly before: number;
}

/** A finished game with everything needed to replay it. */
export interface GameRecord extends GameSummary {
  readonly rulesVersion: number;
  readonly steps: readonly RecordedStep[];
  /** Absent where nothing was shuffled, and in games that are older than commitments. */
  readonly fairness?: Fairness;
  /** What the game adds to the statistics of its seats, by seat; absent where its rules tell nothing. */
  readonly tallies?: GameTallies;
}

export type GameTallies = readonly (readonly Tally[])[];

/** A finished game as statistics are made of it. */
export type CountedGame = GameSummary & Pick<GameRecord, 'tallies'>;

export interface LeaderboardRow {
  readonly player: PlayerCard;
  readonly rating: number;
  readonly provisional: boolean;
  readonly played: number;
}

export interface GameScore {
  readonly played: number;
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
}

export interface RatingPoint {
  readonly at: number;
  readonly gameId: GameId;
  readonly rating: number;
}

/** What a profile says of one game. */
export interface PlayerGameStats extends GameScore {
  readonly game: string;
  /** Null before the first rated game. */
  readonly rating: number | null;
  readonly provisional: boolean;
  /** Oldest first; at most the last 200 rated games. */
  readonly curve: readonly RatingPoint[];
  /** By preset id; `own` for conventions that equal no preset. */
  readonly byPreset: Readonly<Record<string, GameScore>>;
  /** By season (`seasonOf`). */
  readonly bySeason: Readonly<Record<string, GameScore>>;
  /** Games that this player ended by running out of time or leaving. */
  readonly forfeits: number;
  /** With whom he played, most games first; a profile that is shown has the first ten. */
  readonly company: readonly Companion[];
  /** What the player did in these games, and what came of it. */
  readonly tallies: readonly Tally[];
}

/** Somebody with whom a player has played a game; won, drawn and lost are between these two alone. */
export interface Companion extends GameScore {
  readonly player: PlayerCard;
  /** The sum of the first one's own scores in the games that they played together. */
  readonly points: number;
}

/** Everything a profile page shows. */
export interface Profile {
  readonly player: PlayerCard;
  readonly memberSince: number;
  readonly lastSeen: number;
  readonly games: readonly PlayerGameStats[];
  /** Newest first, at most 50. */
  readonly recent: readonly GameSummary[];
}

export interface ClubCounts {
  /** Signed-in people with at least one open page. */
  readonly players: number;
  /** Open pages of people who are not signed in. */
  readonly visitors: number;
  readonly tablesInPlay: number;
}

/** How one walker came off a round of painting on the grid. */
export interface PaintResult {
  /** Null for a visitor, whom only his symbol names. */
  readonly player: PlayerCard | null;
  readonly symbol: string;
  readonly cells: number;
  readonly place: number;
}

/** A round of painting that counts. */
export interface PaintRound {
  readonly id: string;
  readonly finishedAt: number;
  /** Best first. */
  readonly results: readonly PaintResult[];
}

/** A line of the painters' leaderboard: a player's best round, or one round of a visitor. */
export interface PaintLeader {
  readonly round: string;
  readonly finishedAt: number;
  readonly player: PlayerCard | null;
  readonly symbol: string;
  readonly cells: number;
  /** How many painted in that round. */
  readonly painters: number;
}
