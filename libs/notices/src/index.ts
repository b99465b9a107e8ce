export * from './notice.js';
export * from './notice-store.js';
export * from './wishes.js';
