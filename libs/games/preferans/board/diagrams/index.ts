// What the rule book draws. Not in the face of the game: only the page of the rules shows it.
export { SuitShapes } from '../cards/suit-sign';
export { CardDiagram } from './CardDiagram';
export { parseDiagram, type Diagram } from './parse-diagram';
