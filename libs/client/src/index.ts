export { connect, type Club, type ClubOptions, type Connection } from './club.js';
export type { Table } from './table.js';
export type { Room } from './room.js';
export { ClubRefusal, isPassing } from './refusal.js';
export { connectGrid, type Grid, type GridOptions } from './grid.js';
export type * from './contract.js';
