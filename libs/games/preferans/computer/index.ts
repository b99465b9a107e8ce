export { computerOf, computers } from './computers.js';
export { proves } from './proof.js';
export { strengths, type Strength } from './strength.js';
