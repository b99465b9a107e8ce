import type { Where } from '../table/places';

/**
 * The traditional drawing: lines from the middle part the paper into sectors, one a player; two
 * contours around the middle part each sector into mountain (inside), pool and whists (outside).
 * All in the units of the drawing, 300 wide.
 */
export interface SheetLayout {
  readonly height: number;
  readonly middle: Point;
  /** Between the sectors. */
  readonly borders: readonly Line[];
  /** Around mountain, and around mountain and pool. */
  readonly contours: readonly string[];
  /** Between the whists on one neighbour and the next. */
  readonly ticks: readonly Line[];
  readonly sectors: Readonly<Partial<Record<Where, SectorLayout>>>;
}

export interface SectorLayout {
  readonly name: Point;
  readonly mountain: Point;
  readonly pool: Point;
  readonly whists: Readonly<Partial<Record<Where, Point>>>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Line = readonly [from: Point, to: Point];

export const sheetWidth = 300;
const mountainEdge = 0.56;
const poolEdge = 0.77;
const poolAt = (mountainEdge + poolEdge) / 2;
const whistsAt = (poolEdge + 1) / 2;

export const sheetLayout = (players: number): SheetLayout => (players === 4 ? four : three);

const at = (x: number, y: number): Point => ({ x, y });

/** From `middle` towards `edge`: 0 is the middle, 1 the edge of the paper. */
const towards = (middle: Point, edge: Point, part: number): Point =>
  at(middle.x + (edge.x - middle.x) * part, middle.y + (edge.y - middle.y) * part);

function contour(middle: Point, height: number, part: number): string {
  const corners = [at(0, 0), at(sheetWidth, 0), at(sheetWidth, height), at(0, height)];
  const points = corners.map((corner) => towards(middle, corner, part));
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

const three = ((): SheetLayout => {
  const height = 236;
  const middle = at(150, 100);
  const from = (edge: Point, part: number) => towards(middle, edge, part);
  const left = (y: number) => at(0, y);
  const bottom = at(150, height);
  const tick = (edge: Point): Line => [from(edge, poolEdge), edge];
  const mirrored = ({ x, y }: Point) => at(sheetWidth - x, y);
  const whistsOnMine = from(left(158), whistsAt);
  const whistsAcross = from(at(76, 0), whistsAt);
  const sector = { name: at(101, 119), mountain: at(101, 91), pool: from(left(96), poolAt) };
  return {
    height,
    middle,
    borders: [
      [middle, at(150, 0)],
      [middle, at(0, height)],
      [middle, at(sheetWidth, height)],
    ],
    contours: [mountainEdge, poolEdge].map((part) => contour(middle, height, part)),
    ticks: [tick(bottom), tick(at(0, 0)), tick(at(sheetWidth, 0))],
    sectors: {
      mine: {
        name: from(bottom, 0.45),
        mountain: from(bottom, 0.24),
        pool: from(bottom, poolAt),
        whists: {
          left: from(at(75, height), whistsAt),
          right: from(at(225, height), whistsAt),
        },
      },
      left: { ...sector, whists: { mine: whistsOnMine, right: whistsAcross } },
      right: {
        name: mirrored(sector.name),
        mountain: mirrored(sector.mountain),
        pool: mirrored(sector.pool),
        whists: { mine: mirrored(whistsOnMine), left: mirrored(whistsAcross) },
      },
    },
  };
})();

const four = ((): SheetLayout => {
  const height = 264;
  const middle = at(150, height / 2);
  const from = (edge: Point, part: number) => towards(middle, edge, part);
  const corners = [at(0, 0), at(sheetWidth, 0), at(sheetWidth, height), at(0, height)];
  const tick = (edge: Point): Line => [from(edge, poolEdge), edge];
  const thirds = [1 / 3, 2 / 3];
  const across = (part: number) => sheetWidth * part;
  const down = (part: number) => height * part;
  const upright = (y: number, near: Where): SectorLayout => ({
    name: from(at(150, y), 0.45),
    mountain: from(at(150, y), 0.25),
    pool: from(at(150, y), poolAt),
    whists: {
      left: from(at(58, y), whistsAt),
      [near]: from(at(150, y), whistsAt),
      right: from(at(242, y), whistsAt),
    },
  });
  const sideways = (x: number, near: Where): SectorLayout => ({
    name: from(at(x, middle.y + 34), 0.35),
    mountain: from(at(x, middle.y - 34), 0.35),
    pool: from(at(x, middle.y), poolAt),
    whists: {
      top: from(at(x, 52), whistsAt),
      [near]: from(at(x, middle.y), whistsAt),
      mine: from(at(x, height - 52), whistsAt),
    },
  });
  return {
    height,
    middle,
    borders: corners.map((corner): Line => [middle, corner]),
    contours: [mountainEdge, poolEdge].map((part) => contour(middle, height, part)),
    ticks: thirds.flatMap((part) => [
      tick(at(across(part), 0)),
      tick(at(across(part), height)),
      tick(at(0, down(part))),
      tick(at(sheetWidth, down(part))),
    ]),
    sectors: {
      mine: upright(height, 'top'),
      top: upright(0, 'mine'),
      left: sideways(0, 'right'),
      right: sideways(sheetWidth, 'left'),
    },
  };
})();
