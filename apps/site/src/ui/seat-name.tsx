import type { FinishedSeat } from '@trellis/facade';
import { useLocale, useTranslations } from 'next-intl';
import { computerName } from '../games';
import { PlayerLink } from './player-link';

/** Who sat there: a player, or one of the club's computer players. */
export function SeatName({
  game,
  seat,
  named,
}: {
  game: string;
  seat: FinishedSeat;
  /** Its name where a table has several computers of one level. */
  named?: string;
}) {
  const t = useTranslations('game');
  const language = useLocale();
  if (seat.player) return <PlayerLink player={seat.player} />;
  return (
    <span>
      {t('computer', { level: named ?? computerName(game, seat.computer ?? '', language) })}
    </span>
  );
}
