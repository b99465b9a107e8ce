import type { PlayerId } from '@trellis/facade';
import type { Player } from '@trellis/players';
import type { Me } from '@trellis/wire';

/** Who wants to know what became true of a player; the wiring turns it into facts. */
export abstract class PlayerEvents {
  /** He has just signed in: he may be new, or have a new name. He is answered when this is done; it should not reject. */
  abstract signedIn(player: Player): Promise<void>;
  /** The name he shows is another one. */
  abstract renamed(player: Player): void;
  /** He has chosen whether he is shown as being in the club. */
  abstract presenceChosen(player: Player): void;
}

/** The tables where a player sits, from memory. */
export abstract class SeatedAt {
  abstract of(player: PlayerId): Me['seatedAt'];
}
