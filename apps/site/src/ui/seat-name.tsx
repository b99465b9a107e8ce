import type { FinishedSeat } from '@trellis/facade';
import { useLocale, useTranslations } from 'next-intl';
import { computerName } from '../games';
import { PlayerLink } from './player-link';

/** Who sat there: a player, or one of the club's computer players. */
export function SeatName({ game, seat }: { game: string; seat: FinishedSeat }) {
  const t = useTranslations('game');
  const language = useLocale();
  if (seat.player) return <PlayerLink player={seat.player} />;
  return <span>{t('computer', { level: computerName(game, seat.computer ?? '', language) })}</span>;
}
