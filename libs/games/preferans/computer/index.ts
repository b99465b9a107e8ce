export { CardJudge, type CardJudged } from './card-judge.js';
export { computerOf, computers } from './computers.js';
export { Payoffs } from './payoff.js';
export { raspasyByThumb } from './raspasy.js';
export { bitsOf, look } from './seen.js';
export { sharedTricks } from './shared-tricks.js';
export { proves } from './proof.js';
export { strengths, type Strength } from './strength.js';
