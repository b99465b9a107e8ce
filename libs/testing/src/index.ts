export { anEnding, anEntry, signIn } from './endings.js';
export {
  howToGetPostgres,
  temporaryPostgres,
  type TemporaryPostgres,
} from './temporary-postgres.js';
