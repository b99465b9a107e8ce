import { endDrawing as ticTacToe } from '@trellis/games/tic-tac-toe/board/end-drawing';

/**
 * The last position of a game as SVG, 300 wide and high, for the picture of a finished game. Not in the game's face: only
 * pictures show it. Made of the view of a spectator and nobody's words.
 */
const drawings: Readonly<Record<string, (view: never) => string>> = { 'tic-tac-toe': ticTacToe };

/** Undefined for a game whose end says nothing at a glance, as most. */
export function endDrawingOf(game: string): ((view: unknown) => string) | undefined {
  return Object.hasOwn(drawings, game) ? (drawings[game] as (view: unknown) => string) : undefined;
}
