// Everything the board draws, as strokes of a hand. Each path has the length 1, so that one animation
// draws them all.

interface Props {
  readonly className?: string;
}

export function Cross({ className }: Props) {
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      <path pathLength={1} d="M24 22 C 38 40, 58 56, 77 79" />
      <path pathLength={1} d="M78 23 C 62 42, 44 56, 23 78" />
    </svg>
  );
}

export function Nought({ className }: Props) {
  return (
    <svg viewBox="0 0 100 100" className={className} aria-hidden="true">
      <path
        pathLength={1}
        d="M54 19 C 32 17, 19 34, 20 52 C 21 71, 36 82, 52 81 C 70 80, 82 66, 81 48 C 80 31, 67 19, 50 20"
      />
    </svg>
  );
}

/** The four lines of the board, a little longer and less straight than a ruler's. */
export function Grid({ className }: Props) {
  return (
    <svg viewBox="0 0 300 300" className={className} aria-hidden="true">
      <path d="M100 12 C 102 90, 98 200, 101 288" />
      <path d="M200 11 C 197 100, 203 190, 199 289" />
      <path d="M12 101 C 90 98, 210 103, 288 99" />
      <path d="M11 199 C 110 203, 190 197, 289 201" />
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
