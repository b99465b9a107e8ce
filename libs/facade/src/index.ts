export { Bus } from './bus.js';
export type { ClubFacade, HallPage, PresenceOf } from './club-facade.js';
export type { ClubSnapshot, Fact } from './fact.js';
export type * from './public-club.js';
export { club, installFacade } from './installed-club.js';
