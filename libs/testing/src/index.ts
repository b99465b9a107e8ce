export { anEnding, anEntry, signIn } from './endings.js';
export {
  howToGetPostgres,
  temporaryPostgres,
  type TemporaryPostgres,
} from './temporary-postgres.js';
export { TemporaryRedis } from './temporary-redis.js';
