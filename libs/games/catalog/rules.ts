// Every game of the club, one line each. `games.ts` looks them up.
export { ticTacToe } from '@trellis/games/tic-tac-toe/rules';
export { preferans } from '@trellis/games/preferans/rules';
