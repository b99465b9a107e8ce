import type { PlayerId } from '@trellis/facade';
import type { Chance, Games } from './ports.js';

/** What a decision depends on besides the table and the request. */
export interface Circumstances {
  readonly now: number;
  readonly games: Games;
  readonly chance: Chance;
  /** Players who look at the table now. */
  readonly present: ReadonlySet<PlayerId>;
  /** The two do not sit at the same table. */
  readonly areApart: (one: PlayerId, other: PlayerId) => boolean;
  /** Throws the refusal of who may not sit down at a rated table now. */
  readonly mustMayRate: (player: PlayerId) => void;
}
