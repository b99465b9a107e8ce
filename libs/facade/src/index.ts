export { hallSlots, tablesPerRow } from './hall-slots.js';
export { Bus } from './bus.js';
export type { ClubFacade, HallPage, PresenceOf } from './club-facade.js';
export { ClubStore, gamesInSnapshot, profilesInSnapshot } from './club-store.js';
export type { ClubSnapshot, Fact } from './fact.js';
export { inRankOrder } from './leaderboard.js';
export { curvePointsKept, profileFrom, recentGamesKept, withGame } from './profile.js';
export type { PresetOf, ProfileHead } from './profile.js';
export type * from './public-club.js';
