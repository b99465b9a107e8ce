import type { ClubSnapshot, CountedDeals, CountedStatistics } from './fact.js';
import type { GameId, GameRecord, PlayerId, Profile } from './public-club.js';

/** How many finished games memory starts with. */
export const gamesInSnapshot = 300;
/** How many profiles memory starts with: of the players seen last. */
export const profilesInSnapshot = 1000;

/**
 * The public club as storage holds it: what `ClubMemory` starts from, and what it does not hold.
 * Nothing here knows of tables: those are the fold of the journal.
 */
export abstract class ClubStore {
  /** The newest games, the profiles of the players seen last, and every game's whole leaderboard. */
  abstract snapshot(): Promise<Omit<ClubSnapshot, 'tables'>>;
  abstract profile(id: PlayerId): Promise<Profile | undefined>;
  abstract game(id: GameId): Promise<GameRecord | undefined>;
  /**
   * The shuffles of all games up to this ordinal. What was counted once is kept, so that only games since the last
   * time are read; may still take a while.
   */
  abstract countDeals(through: number): Promise<CountedDeals>;
  /** The statistics of all games up to this ordinal, from what was stored of each when it ended; may take a while. */
  abstract countStatistics(through: number): Promise<CountedStatistics>;
}
