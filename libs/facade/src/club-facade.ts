import type { GameStatistics } from './club-statistics.js';
import type { DealCounts } from './deal-counts.js';
import type {
  ClubCounts,
  GameId,
  GameRecord,
  GameSummary,
  LeaderboardRow,
  PaintLeader,
  PlayerCard,
  PlayerId,
  Profile,
  TableId,
  TableRow,
} from './public-club.js';
import type { Place, Thread, ThreadHead, ThreadId } from './public-forum.js';

export interface HallPage {
  readonly game: string;
  /** Open pages in this hall. */
  readonly here: number;
  /** Slots 1 … n in order: a table, or null where it is free. Whole rows of `tablesPerRow`. */
  readonly slots: readonly (TableRow | null)[];
}

export interface PresenceOf {
  readonly online: boolean;
  /** At how many public tables the player sits in a game. */
  readonly playsAt: number;
}

/**
 * What anyone may read of the club, from memory. Methods return values, not promises, so that a
 * page built on it cannot cause a query: the type is the proof.
 */
export interface ClubFacade {
  counts(): ClubCounts;
  hall(game: string): HallPage;
  table(id: TableId): TableRow | undefined;
  /** Tables in play, by game and number. */
  tablesInPlay(): readonly TableRow[];
  /** Newest first, at most `limit`. */
  recentGames(limit: number, game?: string): readonly GameSummary[];
  /** Undefined when memory does not hold it (it may still be in storage). */
  game(id: GameId): GameRecord | undefined;
  /** Of all finished games; empty until they have been counted. */
  deals(): readonly DealCounts[];
  /** Of all finished games, by game; empty until they have been counted. */
  statistics(): readonly GameStatistics[];
  leaderboard(game: string): readonly LeaderboardRow[];
  /** Who painted most cells of the grid in one round. */
  painters(): readonly PaintLeader[];
  /** Undefined when memory does not hold it (it may still be in storage). */
  profile(id: PlayerId): Profile | undefined;
  presenceOf(id: PlayerId): PresenceOf;
  /** People online, longest here first, at most `limit`. */
  online(limit: number): readonly PlayerCard[];
  /** Of the forum (or a section of it) those written in last first, of the blog those begun last; at most `limit`. */
  threads(place: Place, limit: number, section?: string): readonly ThreadHead[];
  /** Undefined when memory does not hold it (it may still be in storage). */
  thread(id: ThreadId): Thread | undefined;
}
