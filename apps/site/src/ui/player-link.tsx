import type { PlayerCard } from '@trellis/facade';
import { PlayerName } from './player-name';

export function PlayerLink({ player }: { player: PlayerCard }) {
  return (
    <a href={`/players/${player.id}`}>
      <PlayerName player={player} />
    </a>
  );
}
