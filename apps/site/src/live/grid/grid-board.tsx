'use client';

import type { CSSProperties } from 'react';
import { cellsOf, type GridState } from './grid-state';
import styles from './grid.module.css';

/** The cells with all who stand in them. For the eye; in words there is the line of one's own position. */
export function GridBoard({ state, label }: { state: GridState; label: string }) {
  const { you, columns, rows, symbols, painting } = state;
  const cells = cellsOf(state);
  return (
    <div
      className={styles.board}
      role="img"
      aria-label={label}
      style={{ '--columns': columns } as CSSProperties}
    >
      {Array.from({ length: columns * rows }, (_, cell) => {
        const there = cells.get(cell) ?? [];
        const owner = painting?.owners.get(cell);
        return (
          <div
            key={cell}
            className={styles.cell}
            data-who={there.length === 0 ? undefined : there[0] === you ? 'you' : 'others'}
            data-many={there.length > 4 ? 'lots' : there.length > 1 ? 'few' : undefined}
            data-paint={owner === undefined ? undefined : owner === you ? 'yours' : 'theirs'}
            style={owner === undefined ? undefined : ({ '--hue': hueOf(owner) } as CSSProperties)}
          >
            {there.length > 0
              ? there.map((number) => symbols.get(number)).join('')
              : owner !== undefined && <small>{symbols.get(owner)}</small>}
          </div>
        );
      })}
    </div>
  );
}

/** Neighbouring numbers get colours far apart (by the golden ratio); never the blue of one's own. */
function hueOf(painter: number): number {
  return Math.round(260 + ((painter * 0.618034) % 1) * 290) % 360;
}
