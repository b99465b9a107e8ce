export { ticTacToe, type Action, type State, type View } from './tic-tac-toe.js';
