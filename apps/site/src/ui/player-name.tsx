import type { PlayerCard } from '@trellis/facade';
import { useTranslations } from 'next-intl';

/** How somebody is called. Who deleted his account has no name left: what stands for it is in the reader's language. */
export function PlayerName({ player }: { player: PlayerCard }) {
  const t = useTranslations('personal.former');
  if (!player.former) return player.name;
  return t(player.computer ? 'program' : 'player');
}
