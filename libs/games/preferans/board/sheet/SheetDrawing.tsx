import type { CSSProperties } from 'react';
import type { ScoreSheet } from '@trellis/games/preferans/rules';
import type { Where } from '../table/places';
import { useTableAtHand } from '../table/table-context';
import { sheetLayout, sheetWidth, type Point } from './sheet-layout';
import type { SheetCell } from './why';
import styles from './sheet.module.css';

interface Props {
  readonly sheet: ScoreSheet;
  readonly onAsk: (cell: SheetCell) => void;
}

/** The pulka on paper: lines behind, and each number a button that says why it is there. */
export function SheetDrawing({ sheet, onAsk }: Props) {
  const { view, say, names, places } = useTableAtHand();
  const layout = sheetLayout(names.length);
  const { height, middle } = layout;
  const { poolTarget, poolEnd } = view.conventions;
  const placed = ({ x, y }: Point): CSSProperties => ({
    left: `${(x / sheetWidth) * 100}%`,
    top: `${(y / height) * 100}%`,
  });
  return (
    <div className={styles.paper} role="group" aria-label={say.sheet}>
      <svg viewBox={`0 0 ${sheetWidth} ${height}`} className={styles.lines} aria-hidden="true">
        {layout.contours.map((path) => (
          <path key={path} d={path} className={styles.contour} />
        ))}
        {[...layout.borders, ...layout.ticks].map(([from, to], at) => (
          <line key={at} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        <circle cx={middle.x} cy={middle.y} r="15" className={styles.middle} />
        {poolEnd !== 'none' && (
          <text x={middle.x} y={middle.y} dy="0.36em" className={styles.target}>
            {poolTarget}
          </text>
        )}
      </svg>
      {names.map((name, seat) => {
        const sector = layout.sectors[places[seat]!]!;
        const pool = sheet.pool[seat]!;
        const mountain = sheet.mountain[seat]!;
        return (
          <div key={seat} role="group" aria-label={name}>
            <span className={styles.sectorName} style={placed(sector.name)}>
              {name}
            </span>
            <button
              type="button"
              className={styles.number}
              data-column="mountain"
              style={placed(sector.mountain)}
              title={say.mountain}
              aria-label={say.mountainOf(name, mountain)}
              onClick={() => onAsk({ column: 'mountain', seat })}
            >
              {mountain}
            </button>
            <button
              type="button"
              className={styles.number}
              data-column="pool"
              style={placed(sector.pool)}
              title={say.pool}
              aria-label={say.poolOf(name, pool)}
              onClick={() => onAsk({ column: 'pool', seat })}
            >
              {pool}
            </button>
            {names.map((onName, on) => {
              const place = sector.whists[places[on]!];
              if (on === seat || !place) return null;
              const whists = sheet.whists[seat]![on]!;
              return (
                <button
                  key={on}
                  type="button"
                  className={styles.number}
                  data-column="whists"
                  data-on={[...onName][0]}
                  data-side={isAside(places[seat]!, places[on]!) || undefined}
                  style={placed(place)}
                  title={say.whistsOn(onName)}
                  aria-label={say.whistsOf(name, onName, whists)}
                  onClick={() => onAsk({ column: 'whists', seat, on })}
                >
                  {whists}
                </button>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

/** In the narrow strips at the sides the letter stands above the number. */
function isAside(writer: Where, on: Where): boolean {
  const atSide = writer === 'left' || writer === 'right';
  const acrossTheTop = on === 'left' || on === 'right';
  return atSide && !acrossTheTop;
}
