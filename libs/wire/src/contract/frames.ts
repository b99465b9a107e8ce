import { z } from 'zod';
import type * as frames from '../server-to-client.js';
import type { Answers } from '../client-to-server.js';
import { ClubCounts, Conventions, PlayerCard, RatingChange, TableRow } from './club-shapes.js';
import { Letter } from './club-routes.js';
import { NoticeTold } from './notice-routes.js';
import { exactly } from './exactly.js';

// What the server says to the club's namespace. The types are those that it is written in; each schema says the same.

const Seat = z.number().int();
const Count = z.number().int();

export const ClockView = exactly<frames.ClockView>()(
  z.object({
    running: z.boolean(),
    startsIn: z.number().optional(),
    move: z.number(),
    bank: z.number(),
  }),
);

export const SeatView = exactly<frames.SeatView>()(
  z.object({
    kind: z.enum(['empty', 'reserved', 'player', 'computer']),
    player: PlayerCard.optional(),
    level: z.string().optional(),
    number: Count.optional(),
    relieved: z.boolean().optional(),
    present: z.boolean().optional(),
    rating: z.number().optional(),
    provisional: z.boolean().optional(),
    clock: ClockView.optional(),
  }),
);

export const Happened = exactly<frames.Happened>()(
  z.object({
    kind: z.enum([
      ...(['acted', 'shuffled', 'rang', 'forfeited', 'sat'] as const),
      ...(['stood', 'started', 'finished', 'reopened', 'credited'] as const),
      ...(['relieved', 'returned', 'proven'] as const),
    ]),
    seat: Seat.optional(),
    action: z.unknown().optional(),
    reason: z.enum(['time', 'left']).optional(),
    ms: z.number().optional(),
  }),
);

const Result = z.object({
  places: z.array(Count),
  scores: z.array(z.number()),
  reason: z.enum(['played', 'time', 'left', 'agreed']),
  offender: Seat.optional(),
  fine: z.number(),
});

export const TableView = exactly<frames.TableView>()(
  z.object({
    id: z.string(),
    game: z.string(),
    number: Count.nullable(),
    seq: Count,
    phase: z.enum(['convention', 'gathering', 'playing', 'finished', 'free']),
    viewer: z.union([Seat, z.literal('spectator')]),
    setBy: PlayerCard.optional(),
    choosing: z.number().optional(),
    agreed: z.object({ preset: z.string(), changes: Conventions }).optional(),
    seats: z.array(SeatView),
    gameId: z.string().optional(),
    commitment: z.string().optional(),
    board: z.unknown().optional(),
    past: Count.optional(),
    legal: z.union([z.array(z.unknown()), z.literal(true)]),
    toAct: z.array(Seat),
    result: Result.optional(),
    ratings: z.array(RatingChange).optional(),
    happened: z.array(Happened),
    watchers: Count,
    playsOn: z.string().optional(),
  }),
);

export const TableFairness = exactly<frames.TableFairness>()(
  z.object({
    gameId: z.string(),
    fairness: z
      .object({
        commitment: z.string(),
        contributions: z.array(z.string().nullable()),
        open: z.boolean(),
        drawn: Count,
      })
      .nullable(),
  }),
);

export const HallSnapshot = exactly<frames.HallSnapshot>()(
  z.object({
    game: z.string(),
    tables: z.array(TableRow),
    slots: Count,
    here: Count,
    counts: ClubCounts,
  }),
);

export const HallChanges = exactly<frames.HallChanges>()(
  z.object({
    game: z.string(),
    changed: z.array(TableRow),
    gone: z.array(z.string()),
    slots: Count,
    here: Count,
    counts: ClubCounts,
  }),
);

export const ChatLine = exactly<frames.ChatLine>()(
  z.object({
    seq: Count,
    id: z.string(),
    at: z.number(),
    player: PlayerCard,
    said: z.union([z.object({ text: z.string() }), z.object({ phrase: z.string() })]),
  }),
);

type Said = {
  [Event in keyof frames.ServerToClient]: Parameters<frames.ServerToClient[Event]>[0];
};

/** Everything that the server says by itself, by event. */
export const serverToClient = {
  'table:view': exactly<Said['table:view']>()(TableView),
  'hall:changes': exactly<Said['hall:changes']>()(HallChanges),
  'chat:line': exactly<Said['chat:line']>()(z.object({ room: z.string(), line: ChatLine })),
  'people:letter': exactly<Said['people:letter']>()(z.object({ from: PlayerCard, letter: Letter })),
  'notice:told': exactly<Said['notice:told']>()(NoticeTold),
  'session:ended': exactly<Said['session:ended']>()(
    z.object({ reason: z.enum(['signed-out', 'banned']) }),
  ),
  'connection:paused': exactly<Said['connection:paused']>()(z.object({ retryMs: z.number() })),
  'server:restarting': exactly<Said['server:restarting']>()(z.object({ retryMs: z.number() })),
  'club:storage': exactly<Said['club:storage']>()(z.object({ available: z.boolean() })),
} satisfies Record<keyof frames.ServerToClient, z.ZodType>;

const Nothing = z.object({});
const Numbered = z.object({ seq: Count });
const Table = z.object({ tableId: z.string() });

/** What the answer to each request carries beside `ok: true`. */
export const answers = {
  'hall:enter': exactly<Answers['hall:enter']>()(HallSnapshot),
  'hall:leave': Nothing,
  'hall:play-now': exactly<Answers['hall:play-now']>()(Table),
  'hall:find': exactly<Answers['hall:find']>()(Table),
  'table:set': exactly<Answers['table:set']>()(Table),
  'table:conventions': exactly<Answers['table:conventions']>()(Numbered),
  'table:cancel': exactly<Answers['table:cancel']>()(Numbered),
  'table:look': exactly<Answers['table:look']>()(z.object({ view: TableView })),
  'table:unlook': Nothing,
  'table:automatic': Nothing,
  'table:past': exactly<Answers['table:past']>()(
    z.object({ gameId: z.string(), past: z.array(z.unknown()) }),
  ),
  'table:play-here': exactly<Answers['table:play-here']>()(
    z.object({ device: z.string(), since: z.number() }),
  ),
  'table:sit': exactly<Answers['table:sit']>()(Numbered),
  'table:stand': exactly<Answers['table:stand']>()(Numbered),
  'table:seat-computer': exactly<Answers['table:seat-computer']>()(Numbered),
  'table:clear-seat': exactly<Answers['table:clear-seat']>()(Numbered),
  'table:contribute': exactly<Answers['table:contribute']>()(
    z.object({ seq: Count, counts: z.string().nullable() }),
  ),
  'table:fairness': exactly<Answers['table:fairness']>()(TableFairness),
  'table:act': exactly<Answers['table:act']>()(Numbered),
  'table:leave': exactly<Answers['table:leave']>()(Numbered),
  'table:rematch': exactly<Answers['table:rematch']>()(Numbered),
  'table:return': exactly<Answers['table:return']>()(Numbered),
  'chat:say': exactly<Answers['chat:say']>()(Numbered),
  'chat:listen': exactly<Answers['chat:listen']>()(z.object({ lines: z.array(ChatLine) })),
  'chat:unlisten': Nothing,
  'notice:seen': Nothing,
} satisfies Record<keyof Answers, z.ZodType>;

export const No = z.object({
  ok: z.literal(false),
  code: z.string(),
  message: z.string().meta({ description: 'English, for developers.' }),
  details: z.record(z.string(), z.unknown()).optional(),
});
