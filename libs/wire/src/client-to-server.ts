import { z } from 'zod';
import type { ChatLine, HallSnapshot, TableFairness, TableView } from './server-to-client.js';

/**
 * Every request is answered by its acknowledgement: `Answer`. A message never names its sender:
 * the socket's session does. Unknown fields are refused.
 */

const Id = z.string().min(1).max(64);
const GameName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const SeatNumber = z.number().int().min(0).max(15);

/** Look at a hall. Answer: `HallSnapshot`; afterwards `hall:changes` until `hall:leave`. One hall at a time. */
export const EnterHall = z.strictObject({ game: GameName });

/** Sets a table: at a number of the hall, at the first free one, or a private one that only its link finds. Answer: `{ tableId }`. */
export const SetTable = z.strictObject({
  game: GameName,
  number: z.number().int().min(1).max(9999).optional(),
  private: z.boolean().optional(),
});

/** Sits down at a fitting public table, or sets one with the default conventions. Answer: `{ tableId }`. */
export const PlayNow = z.strictObject({ game: GameName });

/** Finds a table of the hall by its number. Answer: `{ tableId }` or `no-such-table`. */
export const FindTable = z.strictObject({
  game: GameName,
  number: z.number().int().min(1).max(9999),
});

/** Only from the player who set the table, within two minutes. He is then given the first seat. */
export const ChooseConventions = z.strictObject({
  tableId: Id,
  preset: z.string().max(40).optional(),
  /** What differs from the preset. */
  conventions: z.record(z.string().max(40), z.unknown()),
});

/** A table and nothing else: `table:look` (answer: `TableView`, then `table:view`s), `table:unlook`, `table:cancel`, `table:fairness` (answer: `TableFairness`), `table:stand`, `table:leave`, `table:rematch`, `table:return`. */
export const TableOnly = z.strictObject({ tableId: Id });

/** From now on the club plays the only legal card (or its like) for this player at this table, after a pause; or no longer. Kept in memory: asked again after each `table:look`. */
export const Automatic = z.strictObject({ tableId: Id, on: z.boolean() });

/** What is over in this game and left out of its views, from line `from` on. Answer: `{ past }`. Lines never change. */
export const AskPast = z.strictObject({ tableId: Id, from: z.number().int().nonnegative() });

/**
 * From a table that plays and that this socket looks at: its player plays here. Of his devices that have said so the newest one
 * plays (the view's `playsOn`), and the others are refused with `plays-elsewhere`. Answer: `{ device, since }`.
 */
export const PlayHere = z.strictObject({
  tableId: Id,
  /** As it was answered: after a lost connection, which makes no device a new one. Left out: since now. */
  since: z.number().int().nonnegative().optional(),
});

export const Sit = z.strictObject({ tableId: Id, seat: SeatNumber });
export const SeatComputer = z.strictObject({
  tableId: Id,
  seat: SeatNumber,
  level: z.string().max(40),
});
export const ClearSeat = z.strictObject({ tableId: Id, seat: SeatNumber });

export const Act = z.strictObject({
  tableId: Id,
  /** The `seq` of the view the player was looking at; makes a repeated click harmless. */
  after: z.number().int().nonnegative(),
  /** The rules compare it with what is legal. */
  action: z.unknown(),
});

/**
 * Randomness of the player's browser for the shuffles of the game that has just begun, as an answer to the view's
 * `commitment`. Counts once; afterwards it is accepted and changes nothing. `too-late` when others did not wait.
 */
export const Contribute = z.strictObject({
  tableId: Id,
  gameId: Id,
  /** 32 random bytes. */
  contribution: z.string().regex(/^[0-9a-f]{64}$/),
});

export const Room = z.string().regex(/^(hall|table|watchers):[A-Za-z0-9_-]{1,64}$/);

/** Answer: `{ seq }`. The same `id` from the same sender is the same line. */
export const Say = z.strictObject({
  room: Room,
  id: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  said: z.union([
    z.strictObject({ text: z.string().min(1).max(2000) }),
    z.strictObject({ phrase: z.string().max(40) }),
  ]),
});

/** Listen to a room. Answer: `{ lines }`, those after `since` (0: the last 200); then `chat:line`s until `chat:unlisten`. */
export const Listen = z.strictObject({ room: Room, since: z.number().int().nonnegative() });
/** A page that is looked at has taken the notice: no other channel is needed. Answer: nothing. */
const SeenNotice = z.strictObject({ id: Id });

export const Unlisten = z.strictObject({ room: Room });

/** All requests by event name: gateways parse with it, the protocol page is written from it. */
export const clientToServer = {
  'hall:enter': EnterHall,
  'hall:leave': z.strictObject({}),
  'hall:play-now': PlayNow,
  'hall:find': FindTable,
  'table:set': SetTable,
  'table:conventions': ChooseConventions,
  'table:cancel': TableOnly,
  'table:look': TableOnly,
  'table:unlook': TableOnly,
  'table:past': AskPast,
  'table:play-here': PlayHere,
  'table:automatic': Automatic,
  'table:sit': Sit,
  'table:stand': TableOnly,
  'table:seat-computer': SeatComputer,
  'table:clear-seat': ClearSeat,
  'table:contribute': Contribute,
  'table:fairness': TableOnly,
  'table:act': Act,
  'table:leave': TableOnly,
  'table:rematch': TableOnly,
  'table:return': TableOnly,
  'chat:say': Say,
  'chat:listen': Listen,
  'chat:unlisten': Unlisten,
  'notice:seen': SeenNotice,
} as const;

export type ClientToServer = {
  [Event in keyof typeof clientToServer]: z.infer<(typeof clientToServer)[Event]>;
};

/** What acknowledges every request. `message` is English for developers; people get words by `code`. */
export type Answer<T extends object = object> =
  | ({ readonly ok: true } & T)
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

/** What the answer to each request carries beside `ok`. */
export interface Answers {
  'hall:enter': HallSnapshot;
  'hall:leave': object;
  'hall:play-now': { tableId: string };
  'hall:find': { tableId: string };
  'table:set': { tableId: string };
  'table:conventions': { seq: number };
  'table:cancel': { seq: number };
  'table:look': { view: TableView };
  'table:unlook': object;
  'table:automatic': object;
  'table:past': { gameId: string; past: readonly unknown[] };
  'table:play-here': { device: string; since: number };
  'table:sit': { seq: number };
  'table:stand': { seq: number };
  'table:seat-computer': { seq: number };
  'table:clear-seat': { seq: number };
  /** `counts` is what counts for this seat: another tab may have been first. */
  'table:contribute': { seq: number; counts: string | null };
  'table:fairness': TableFairness;
  'table:act': { seq: number };
  'table:leave': { seq: number };
  'table:rematch': { seq: number };
  'table:return': { seq: number };
  'chat:say': { seq: number };
  'chat:listen': { lines: readonly ChatLine[] };
  'chat:unlisten': object;
  'notice:seen': object;
}
