export { hallSlots, tablesPerRow } from './hall-slots.js';
export { Bus } from './bus.js';
export type { ClubFacade, HallPage, PresenceOf } from './club-facade.js';
export { ClubMemory, memoryLimits } from './club-memory.js';
export { companyShown, withCompanyShown } from './company.js';
export { ClubStore, gamesInSnapshot, profilesInSnapshot } from './club-store.js';
export {
  DealTally,
  evennessOf,
  evennessOfHand,
  type DealCounts,
  type Evenness,
} from './deal-counts.js';
export {
  ClubStatistics,
  recordKinds,
  recordsKept,
  type ClubRecord,
  type GameStatistics,
  type RecordKind,
  type Totals,
} from './club-statistics.js';
export type { ClubSnapshot, CountedDeals, CountedStatistics, Fact } from './fact.js';
export { inRankOrder } from './leaderboard.js';
export { PaintBoard, paintLeadersKept } from './paint-board.js';
export { curvePointsKept, profileFrom, recentGamesKept, withGame } from './profile.js';
export type { PresetOf, ProfileHead } from './profile.js';
export type * from './public-club.js';
export * from './public-forum.js';
export {
  blogPage,
  forumPage,
  newThingsPage,
  sectionPage,
  threadPage,
  threadsListed,
  type SectionInput,
  type ThreadPageInput,
} from './public-forum-pages.js';
export { club, installFacade } from './installed-club.js';
export {
  fairnessPage,
  gamePage,
  hallPage,
  hallsPage,
  homePage,
  leaderboardRows,
  leaderboardsPage,
  paintersPage,
  playerPage,
  statisticsPage,
  tablePage,
  topicsTouchedBy,
} from './public-pages.js';
export { inSeasonOrder, seasonOf } from './season.js';
export { housePrefix, isOfHouse, isOfVisitors, visitorPrefix } from './visitors.js';
export type { HomeInput, Leaders, PublicPage, Topic } from './public-pages.js';
export { writtenText } from './written-text.js';
