export type * from './entry.js';
export * from './ports.js';
export type * from './request.js';
export type * from './table.js';
