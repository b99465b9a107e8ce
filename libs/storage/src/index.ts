export { accountMarks } from './account-marks.js';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { FolderInUse } from './folder-lock.js';
export type { Ledger, LedgerDifference, LedgerReport } from './ledger.js';
export { recordOf } from './ending.js';
export { memoryStorage } from './memory-storage.js';
export { UnkeptGames } from './unkept-games.js';
export { BackupRefused, type BackupReport } from './backup.js';
export {
  backUp,
  restore,
  withPlayers,
  type OperatorsClub,
  type DatabasePlace,
} from './open-for-operator.js';
export type { StoredTallies, TalliesOf, TalliesReport } from './stored-tallies.js';
export { personalTables } from './personal-tables.js';
export { openStorage, type StorageOptions } from './open-storage.js';
export type { Storage, StorageLoad } from './storage.js';
