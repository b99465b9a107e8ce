// What a table fetches, in one piece: both need the folded view and the conventions.
export { agreement } from './agreement';
export { UnfoldedBoard } from './UnfoldedBoard';
