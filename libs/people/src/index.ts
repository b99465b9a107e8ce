export { Apart } from './apart.js';
export * from './people.js';
