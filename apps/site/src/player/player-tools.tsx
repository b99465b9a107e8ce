import type { PlayerCard } from '@trellis/facade';
import { BondTools } from '../people/bond-tools';
import { SharePage } from '../ui/share-page';

/** What a reader may do with a profile: hand it on, and for a member befriend, write, keep apart. */
export function PlayerTools({ player }: { player: PlayerCard }) {
  return (
    <>
      <p>
        <SharePage />
      </p>
      <BondTools player={player} />
    </>
  );
}
