import type { GameRecord, RatingChange } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { DealsProof } from '../fairness/deals-proof';
import { faceOf, gameName } from '../games';
import { AfterGame } from '../justice/after-game';
import { Replay } from '../replay/replay';
import { ConventionList } from '../rules/convention-list';
import { SeatName } from '../ui/seat-name';
import { SharePage } from '../ui/share-page';
import { When } from '../ui/when';
import styles from './game-report.module.css';

/** A finished game: how it ended, what it changed, and every move of it. */
export function GameReport({ game }: { game: GameRecord }) {
  const t = useTranslations('game');
  const language = useLocale();
  const format = useFormatter();
  const rules = gameNamed(game.game);
  const places = game.seats
    .map((seat, index) => ({ seat, index }))
    .sort((a, b) => a.seat.place - b.seat.place || a.index - b.index);
  return (
    <div className="page">
      <h1>{gameName(game.game, language)}</h1>
      <p className="quiet">
        <When at={game.finishedAt} />
        {game.table !== null && <> · {t('table', { number: game.table })}</>} ·{' '}
        {game.annulled ? t('annulled') : game.rated ? t('rated') : t('unrated')} ·{' '}
        {t('moves', { count: game.moves })}
      </p>
      {game.annulled && (
        <p className="notice">
          <strong>{t('annulled')}:</strong> {game.annulled.reason}
          <br />
          <span className="small">{t('annulledText')}</span>
        </p>
      )}
      <p>
        <SharePage />
      </p>
      <div className={styles.parts} data-wide={faceOf(game.game)?.drawsSeats || undefined}>
        <Replay game={game} />
        <div className={styles.side}>
          <section className="panel" aria-labelledby="result">
            <h2 id="result">{t('result')}</h2>
            <table className={styles.result}>
              <thead>
                <tr>
                  <th scope="col">{t('place')}</th>
                  <th scope="col">{t('player')}</th>
                  <th scope="col">{t('score')}</th>
                  <th scope="col">{t('rating')}</th>
                </tr>
              </thead>
              <tbody>
                {places.map(({ seat, index }) => (
                  <tr key={index} data-first={seat.place === 1 || undefined}>
                    <td>{seat.place}</td>
                    <th scope="row">
                      <SeatName game={game} seat={index} />
                    </th>
                    <td>{format.number(seat.score)}</td>
                    <td>{seat.rating ? <Change change={seat.rating} /> : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {game.reason !== 'played' && (
              <p className={styles.reason}>
                {t(`reason.${game.reason}`)}
                {game.fine > 0 && <> · {t('fine', { points: game.fine })}</>}
              </p>
            )}
          </section>
          <AfterGame game={game} />
          <DealsProof game={game} />
          {rules && (
            <section className="panel" aria-labelledby="conventions">
              <h2 id="conventions">{t('conventions')}</h2>
              <ConventionList schema={rules.conventions} values={game.conventions} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function Change({ change: { before, after, provisional } }: { change: RatingChange }) {
  const t = useTranslations('game');
  const format = useFormatter();
  const difference = format.number(after - before, { signDisplay: 'exceptZero' });
  return (
    <>
      {format.number(after, { useGrouping: false })}
      {provisional && <span className="visually-hidden"> ({t('provisional')})</span>}{' '}
      <span className={after >= before ? styles.up : styles.down}>{difference}</span>
    </>
  );
}
