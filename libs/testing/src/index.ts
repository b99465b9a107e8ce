export { freePort } from './free-port.js';
export { anEnding, anEntry, signIn } from './endings.js';
export {
  howToGetPostgres,
  temporaryPostgres,
  type TemporaryPostgres,
} from './temporary-postgres.js';
export { TemporaryRedis } from './temporary-redis.js';
