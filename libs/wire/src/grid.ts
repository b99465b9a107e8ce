import { z } from 'zod';

/**
 * The grid, on the namespace `/grid-game`: one shared world without turns, for visitors too. Its messages may come without an
 * acknowledgement; what is refused is then dropped. Two versions of what the server says: plain events, one for each step, and
 * (for who connects with `auth: { protocol: 2 }`) the whole world once, then a frame of what changed every 50 ms.
 */
export const gridNamespace = '/grid-game';
/** What the site's own page speaks. */
export const gridPageProtocol = 2;
/** Steps a second and walker; more are dropped. */
export const gridStepsPerSecond = 20;

/** What stands in `auth` when a socket connects to the grid. */
export const GridAuth = z.object({
  /** 2: the whole world, then frames. Anything else: plain events. */
  protocol: z.unknown().optional(),
  /** A personal token; without it one walks as a visitor, or as whom the cookie says. */
  token: z.string().max(200).optional(),
});

/** One step. An unknown direction leaves the walker where he is, and that is told to all as well. */
export const GridMovement = z.object({
  direction: z.union([z.enum(['up', 'down', 'left', 'right']), z.unknown()]).optional(),
});

/** A world of its own. `paint` is the one that is painted. */
export const GridRoom = z.object({
  room: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[\p{L}\p{N} _-]+$/u),
});

export const gridToServer = {
  movement: GridMovement,
  join: GridRoom,
  leave: GridRoom,
} as const;

export type GridToServer = {
  [Event in keyof typeof gridToServer]: z.infer<(typeof gridToServer)[Event]>;
};

const Position = z.tuple([z.number().int(), z.number().int()]);
const UserId = z.string();
const Symbol = z.string().length(1);
/** In frames a walker is a number, which the world that was sent whole explains. */
const Numbered = z.tuple([z.number().int(), Symbol, z.number().int(), z.number().int()]);

export const GridGreeting = z.object({
  userId: UserId,
  symbol: Symbol,
  gridDimension: Position,
});
export const GridStatus = z.record(UserId, z.object({ pos: Position, symbol: Symbol }));
export const GridUserPosition = z.union([
  z.object({ userId: UserId, symbol: Symbol, pos: Position }),
  z.object({ userId: UserId, remove: z.literal(true) }),
]);

export const GridPaintResult = z.object({
  /** Null for a visitor. */
  name: z.string().nullable(),
  computer: z.boolean(),
  symbol: Symbol,
  cells: z.number().int(),
  place: z.number().int(),
});
export const GridPaint = z.object({
  phase: z.enum(['waiting', 'running', 'over']),
  /** Ms until the phase ends, as of sending; 0 while a second walker is waited for. */
  endsIn: z.number(),
  /** Cell (counted from 0, row by row), the number of who painted it, and his symbol. */
  cells: z.array(z.tuple([z.number().int(), z.number().int(), Symbol])),
  results: z.array(GridPaintResult),
});

/** Everything of one world, for one walker. */
export const GridWorld = z.object({
  you: z.number().int(),
  symbol: Symbol,
  /** Empty for the world that everybody enters first. */
  room: z.string(),
  gridDimension: Position,
  walkers: z.array(Numbered),
  paint: GridPaint.optional(),
});

/** What changed since the frame before: who came (number, symbol, x, y), who moved (number, x, y, one after another), who left. */
export const GridFrame = z.object({
  came: z.array(Numbered).optional(),
  moved: z.array(z.number().int()).optional(),
  left: z.array(z.number().int()).optional(),
  /** People in this world. */
  count: z.number().int(),
  /** Cell and painter, one after another. */
  painted: z.array(z.number().int()).optional(),
  /** The round has begun, ended or is waited for: the painting whole. */
  paint: GridPaint.optional(),
});

/** Everything that the server says on the grid, by event. */
export const gridToClient = {
  message: GridGreeting,
  grid_status: GridStatus,
  user_position: GridUserPosition,
  users_connected: z.number().int(),
  l_users: z.number().int(),
  'grid:world': GridWorld,
  'grid:frame': GridFrame,
} as const;

export type GridPaint = z.infer<typeof GridPaint>;
export type GridWorld = z.infer<typeof GridWorld>;
export type GridFrame = z.infer<typeof GridFrame>;
export type GridToClient = {
  [Event in keyof typeof gridToClient]: (said: z.infer<(typeof gridToClient)[Event]>) => void;
};
