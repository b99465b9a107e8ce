import type { LeaderboardRow } from './public-club.js';

/** The order of a leaderboard: best first; of equal ratings the one that more games stand behind. */
export function inRankOrder(a: LeaderboardRow, b: LeaderboardRow): number {
  if (a.rating !== b.rating) return b.rating - a.rating;
  if (a.played !== b.played) return b.played - a.played;
  return a.player.id < b.player.id ? -1 : 1;
}
