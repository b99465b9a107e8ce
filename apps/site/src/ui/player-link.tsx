import type { PlayerCard } from '@trellis/facade';

export function PlayerLink({ player }: { player: PlayerCard }) {
  return <a href={`/players/${player.id}`}>{player.name}</a>;
}
