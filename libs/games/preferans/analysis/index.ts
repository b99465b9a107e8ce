export { analyst } from './analyst.js';
export type { CardFinding, Chance, ContractFinding, DealFinding, Knew, Part } from './finding.js';
