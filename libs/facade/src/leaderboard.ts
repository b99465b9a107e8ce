import type { LeaderboardRow } from './public-club.js';

/**
 * The order of a leaderboard: whose rating is established stand before those whose is still
 * provisional, so that one lucky game leads no board; then best first, and of equal ratings the one
 * that more games stand behind.
 */
export function inRankOrder(a: LeaderboardRow, b: LeaderboardRow): number {
  if (a.provisional !== b.provisional) return a.provisional ? 1 : -1;
  if (a.rating !== b.rating) return b.rating - a.rating;
  if (a.played !== b.played) return b.played - a.played;
  return a.player.id < b.player.id ? -1 : 1;
}
