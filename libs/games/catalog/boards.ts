// How every game of the club looks, one line each. `faces.ts` looks them up.
export { ticTacToe } from '@trellis/games/tic-tac-toe/board';
export { preferans } from '@trellis/games/preferans/board';
