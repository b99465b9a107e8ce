export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { FolderInUse } from './folder-lock.js';
export type { Ledger, LedgerDifference, LedgerReport } from './ledger.js';
export { memoryStorage } from './memory-storage.js';
export { UnkeptGames } from './unkept-games.js';
export { BackupRefused, type BackupReport } from './backup.js';
export { backUp, restore, withPlayers, type DatabasePlace } from './open-for-operator.js';
export { openStorage, type StorageOptions } from './open-storage.js';
export type { Storage } from './storage.js';
