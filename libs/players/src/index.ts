export * from './ban.js';
export * from './player.js';
export * from './token.js';
export * from './personal-data.js';
