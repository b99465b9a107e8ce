import type { ComponentType } from 'react';
import type { AnyGameFace, BoardProps } from '@trellis/games/kit';
import * as boards from './boards';

/** A face whose board can be written as an element: `<face.Board … />`. */
export type Face = Omit<AnyGameFace, 'Board'> & { readonly Board: ComponentType<BoardProps> };

export const faces = Object.values(boards) as readonly AnyGameFace[] as readonly Face[];

/** The face of the game with this name: `faceOf('tic-tac-toe')`. */
export function faceOf(game: string): Face | undefined {
  return faces.find((face) => face.game === game);
}
