// Everything the board draws, as strokes of a hand. Each path has the length 1, so that one animation
// draws them all.
import { cross, grid, nought } from './strokes';

interface Props {
  readonly className?: string;
}

export function Cross({ className }: Props) {
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      {cross.map((d) => (
        <path key={d} pathLength={1} d={d} />
      ))}
    </svg>
  );
}

export function Nought({ className }: Props) {
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      <path pathLength={1} d={nought} />
    </svg>
  );
}

export function Grid({ className }: Props) {
  return (
    <svg viewBox="0 0 300 300" className={className} aria-hidden="true">
      {grid.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** The line that won, from the middle of one cell through that of another and a bit beyond. */
export function Strike({
  className,
  from,
  to,
}: Props & { readonly from: number; readonly to: number }) {
  const [a, b] = [centre(from), centre(to)];
  const beyond = 0.16;
  const reach = (end: Point, start: Point): Point => ({
    x: end.x + (end.x - start.x) * beyond,
    y: end.y + (end.y - start.y) * beyond,
  });
  const [start, end] = [reach(a, b), reach(b, a)];
  return (
    <svg viewBox="0 0 300 300" className={className} aria-hidden="true">
      <path pathLength={1} d={`M${start.x} ${start.y} L${end.x} ${end.y}`} />
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function centre(cell: number): Point {
  return { x: (cell % 3) * 100 + 50, y: Math.floor(cell / 3) * 100 + 50 };
}
