import type { PlayerCard } from '@trellis/facade';
import { usePlayerName } from './use-player-name';

/** How somebody is called, in the reader's language. */
export function PlayerName({ player }: { player: PlayerCard }) {
  return usePlayerName()(player);
}
