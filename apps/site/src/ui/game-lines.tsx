import type { GameSummary } from '@trellis/facade';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { gameName } from '../games';
import styles from './game-lines.module.css';
import { SeatName } from './seat-name';
import { When } from './when';

/** Finished games, a line each: who, how it ended, when. */
export function GameLines({ games }: { games: readonly GameSummary[] }) {
  const t = useTranslations('game');
  const language = useLocale();
  const format = useFormatter();
  return (
    <ul className={styles.lines}>
      {games.map((game) => (
        <li key={game.id}>
          <ul className={styles.seats}>
            {game.seats.map((seat, index) => (
              <li key={index} data-first={seat.place === 1 || undefined}>
                <SeatName game={game} seat={index} />
                <span className={styles.score}>{format.number(seat.score)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.about}>
            <a href={`/games/${game.id}`}>{gameName(game.game, language)}</a>
            {game.reason !== 'played' && <span> · {t(`reason.${game.reason}`)}</span>} ·{' '}
            <When at={game.finishedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
