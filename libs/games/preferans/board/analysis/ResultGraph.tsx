import type { Lang } from '@trellis/games/kit';
import styles from './analysis.module.css';
import type { runningResults } from './summary';
import { analysisWords } from './words';

const width = 400;
const height = 200;
const left = 48;
const right = 12;
const top = 12;
const bottom = 26;

/** Two lines over the deals; the same numbers stand in a table below. */
export function ResultGraph(props: {
  readonly points: ReturnType<typeof runningResults>;
  readonly name: string;
  readonly lang: Lang;
}) {
  const { points, name, lang } = props;
  const say = analysisWords[lang];
  // Every game begins at nothing.
  const all = [{ no: 0, actual: 0, expected: 0 }, ...points];
  const values = all.flatMap(({ actual, expected }) => [actual, expected]);
  const { low, high, lines } = gridOf(Math.min(...values), Math.max(...values));
  const x = (at: number) => left + (at / Math.max(1, all.length - 1)) * (width - left - right);
  const y = (value: number) => top + ((high - value) / (high - low)) * (height - top - bottom);
  const line = (of: 'actual' | 'expected') =>
    all.map((point, at) => `${x(at)},${y(point[of])}`).join(' ');
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  return (
    <figure className={styles.graph}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.graphOf(name)}>
        {lines.map((value) => (
          <g key={value} className={styles.grid} data-zero={value === 0 || undefined}>
            <line x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
            <text x={left - 8} y={y(value) + 4} textAnchor="end">
              {whole.format(value)}
            </text>
          </g>
        ))}
        <text className={styles.axis} x={left} y={height - 6}>
          0
        </text>
        <text className={styles.axis} x={width - right} y={height - 6} textAnchor="end">
          {say.deal} {points.at(-1)?.no ?? 0}
        </text>
        <polyline className={styles.expectedLine} points={line('expected')} />
        <polyline className={styles.actualLine} points={line('actual')} />
        {all.map(({ no, actual }, at) => (
          <circle key={no} className={styles.point} cx={x(at)} cy={y(actual)} r={2.5} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        <span data-line="actual">{say.actual}</span>
        <span data-line="expected">{say.expected}</span>
      </figcaption>
    </figure>
  );
}

/** Round numbers that hold all values between them. */
function gridOf(lowest: number, highest: number): { low: number; high: number; lines: number[] } {
  const steps = [5, 10, 20, 50, 100, 200, 500, 1000];
  const step = steps.find((each) => (highest - lowest) / each <= 5) ?? 5000;
  const low = Math.floor(lowest / step) * step;
  const high = Math.max(Math.ceil(highest / step) * step, low + step);
  const lines = Array.from({ length: (high - low) / step + 1 }, (_, at) => low + at * step);
  return { low, high, lines };
}
