export * from './player.js';
export * from './token.js';
