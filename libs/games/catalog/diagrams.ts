import type { ComponentType } from 'react';
import type { Lang } from '@trellis/games/kit';
import { CardDiagram, SuitShapes } from '@trellis/games/preferans/board/diagrams';

/** How a game draws the blocks of its rule book that only it can read. */
export interface DiagramFace {
  /** The word behind the fence: ```cards. */
  readonly fence: string;
  readonly Diagram: ComponentType<{ readonly source: string; readonly lang: Lang }>;
  /** What the drawings refer to, once on a page. */
  readonly Shapes: ComponentType;
}

/** Not in the faces: only pages of rules show drawings. */
const diagrams: Readonly<Record<string, DiagramFace>> = {
  preferans: { fence: 'cards', Diagram: CardDiagram, Shapes: SuitShapes },
};

export function diagramsOf(game: string): DiagramFace | undefined {
  return Object.hasOwn(diagrams, game) ? diagrams[game] : undefined;
}
