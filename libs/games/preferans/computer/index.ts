export { computerOf, computers } from './computers.js';
export { strengths, type Strength } from './strength.js';
