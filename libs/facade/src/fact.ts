import type { GameStatistics } from './club-statistics.js';
import type { DealCounts } from './deal-counts.js';
import type {
  ClubCounts,
  GameRecord,
  LeaderboardRow,
  PaintLeader,
  PaintRound,
  PlayerCard,
  PlayerId,
  Profile,
  TableId,
  TableRow,
} from './public-club.js';
import type { Post, Thread, ThreadHead } from './public-forum.js';

/**
 * Something that became true. It says what is, asks for no work, and nobody answers it. Each is
 * harmless when it comes twice or late: rows carry a `version`, games an `ordinal`, the rest is a whole value
 * with the time (`at`, ms) at which it was true.
 */
export type Fact =
  | { readonly kind: 'table-changed'; readonly table: TableRow }
  | { readonly kind: 'table-gone'; readonly id: TableId; readonly version: number }
  | { readonly kind: 'game-finished'; readonly game: GameRecord }
  | { readonly kind: 'paint-finished'; readonly round: PaintRound }
  /** The shuffles of all games up to an ordinal have been counted. */
  | ({ readonly kind: 'deals-counted' } & CountedDeals)
  /** All games up to an ordinal are in these statistics. */
  | ({ readonly kind: 'statistics-counted' } & CountedStatistics)
  /** A new player, a new name, or a profile read from storage because its player came back. */
  | { readonly kind: 'profile-known'; readonly profile: Profile; readonly at: number }
  | { readonly kind: 'player-renamed'; readonly player: PlayerCard; readonly at: number }
  | {
      readonly kind: 'player-seen';
      readonly player: PlayerId;
      readonly online: boolean;
      readonly at: number;
    }
  /** A thread's head, and those of its posts that are new or other than before: all, where memory may not hold them. */
  | { readonly kind: 'thread-changed'; readonly head: ThreadHead; readonly posts: readonly Post[] }
  | {
      readonly kind: 'counts-changed';
      readonly counts: ClubCounts;
      readonly halls: Readonly<Record<string, number>>;
      readonly at: number;
    };

export interface CountedDeals {
  /** The ordinal of the last game that is in. */
  readonly through: number;
  readonly deals: readonly DealCounts[];
}

export interface CountedStatistics {
  /** The ordinal of the last game that is in. */
  readonly through: number;
  readonly statistics: readonly GameStatistics[];
}

/** What `ClubMemory` starts from, at boot and after it lost touch with the others. */
export interface ClubSnapshot {
  readonly tables: readonly TableRow[];
  /** Newest first. */
  readonly games: readonly GameRecord[];
  readonly profiles: readonly Profile[];
  /** As of the newest of `games`. */
  readonly leaderboards: Readonly<Record<string, readonly LeaderboardRow[]>>;
  /** Those written in last. */
  readonly threads?: readonly Thread[];
  /** The painters' leaderboard. */
  readonly painters?: readonly PaintLeader[];
  /** Applied after all else: presence and names, which storage does not keep. */
  readonly facts?: readonly Fact[];
}
