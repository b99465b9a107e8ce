import { computerNumbers } from '@trellis/games/kit';
import type { GameSummary } from '@trellis/facade';
import { useLocale, useTranslations } from 'next-intl';
import { computerName, whichComputer } from '../games';
import { PlayerLink } from './player-link';

/** Who sat there: a player, or one of the club's computer players. */
export function SeatName({
  game: { game, seats },
  seat: index,
}: {
  game: Pick<GameSummary, 'game' | 'seats'>;
  seat: number;
}) {
  const t = useTranslations('game');
  const language = useLocale();
  const seat = seats[index];
  if (!seat) return null;
  const number = computerNumbers(seats.map(({ computer }) => computer))[index]!;
  if (seat.player) return <PlayerLink player={seat.player} />;
  return (
    <span>
      {t('computer', {
        level: computerName(game, seat.computer ?? '', language),
        which: whichComputer(number),
      })}
    </span>
  );
}
