import type { AnyAnalyst } from '@trellis/games/kit';
import { analyst as preferans } from '@trellis/games/preferans/analysis';

/** Who looks back at the games of the club, one line each. Only a worker asks for them: what they need is large. */
const analysts: Readonly<Record<string, AnyAnalyst>> = { preferans };

export function analystOf(game: string): AnyAnalyst | undefined {
  return Object.hasOwn(analysts, game) ? analysts[game] : undefined;
}
