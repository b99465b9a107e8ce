import type { PlayerCard } from '@trellis/facade';
import { useTranslations } from 'next-intl';

type Words = (key: 'player' | 'program') => string;

/** How somebody is called, where text is wanted, in the reader's language. */
export function usePlayerName(): (player: PlayerCard) => string {
  const t = useTranslations('personal.former');
  return (player) => playerNameIn(t, player);
}

/**
 * The same with the words of `personal.former` at hand. Who deleted his account has no name left, so what stands for it is
 * translated.
 */
export function playerNameIn(former: Words, player: PlayerCard): string {
  return player.former ? former(player.computer ? 'program' : 'player') : player.name;
}
