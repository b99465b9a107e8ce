import type { RatingPoint } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { axisOf } from './rating-axis';
import styles from './rating-curve.module.css';
import { When, WhenWords } from './when';

const width = 400;
const height = 180;
const left = 44;
const right = 12;
const top = 12;
const bottom = 26;

/** Ratings after each rated game, oldest first, as a line; the same numbers stand in a table below. */
export function RatingCurve({ points, game }: { points: readonly RatingPoint[]; game: string }) {
  const t = useTranslations('player');
  const ratings = points.map(({ rating }) => rating);
  const { lines, low, high } = axisOf(Math.min(...ratings), Math.max(...ratings));
  const x = (index: number) =>
    points.length < 2
      ? (left + width - right) / 2
      : left + (index / (points.length - 1)) * (width - left - right);
  const y = (rating: number) => top + ((high - rating) / (high - low)) * (height - top - bottom);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  return (
    <figure className={styles.curve}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('curve', { game })}>
        {lines.map((rating) => (
          <g key={rating} className={styles.axis}>
            <line x1={left} x2={width - right} y1={y(rating)} y2={y(rating)} />
            <text x={left - 8} y={y(rating) + 4} textAnchor="end">
              {rating}
            </text>
          </g>
        ))}
        <text className={styles.day} x={left} y={height - 6}>
          <WhenWords at={first.at} dayOnly />
        </text>
        {points.length > 1 && (
          <text className={styles.day} x={width - right} y={height - 6} textAnchor="end">
            <WhenWords at={last.at} dayOnly />
          </text>
        )}
        <polyline
          className={styles.line}
          points={points.map(({ rating }, index) => `${x(index)},${y(rating)}`).join(' ')}
        />
        {points.map(({ gameId, rating }, index) => (
          <circle
            key={gameId}
            className={styles.point}
            cx={x(index)}
            cy={y(rating)}
            r={points.length > 60 ? 1.5 : 3}
          />
        ))}
      </svg>
      <details className={styles.numbers}>
        <summary>{t('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('rating')}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ at, gameId, rating }) => (
              <tr key={gameId}>
                <td>
                  <a href={`/games/${gameId}`}>
                    <When at={at} dayOnly />
                  </a>
                </td>
                <td>{rating}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
