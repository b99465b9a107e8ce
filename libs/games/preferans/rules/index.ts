export * from './auction.js';
export * from './conventions/index.js';
export * from './trick.js';
export * from './whist.js';
