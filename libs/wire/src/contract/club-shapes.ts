import type * as club from '@trellis/facade';
import { z } from 'zod';
import { exactly } from './exactly.js';

// The public club as it travels. The types are the facade's; each schema says the same to the outside.

const Id = z.string();
const Time = z.number().meta({ description: 'Milliseconds since 1970.' });
const Count = z.number().int();

export const PlayerCard = exactly<club.PlayerCard>()(
  z.object({
    id: Id,
    name: z.string(),
    computer: z.literal(true).optional(),
    former: z.literal(true).optional(),
  }),
);

export const Conventions = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.number())]),
);

export const PublicSeat = exactly<club.PublicSeat>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('reserved'), player: PlayerCard, until: Time }),
    z.object({ kind: z.literal('player'), player: PlayerCard }),
    z.object({ kind: z.literal('computer'), level: z.string() }),
  ]),
);

export const TableRow = exactly<club.TableRow>()(
  z.object({
    id: Id,
    game: z.string(),
    number: Count,
    phase: z.enum(['convention', 'gathering', 'playing', 'finished']),
    version: Count,
    setBy: PlayerCard,
    conventions: Conventions.nullable(),
    seats: z.array(PublicSeat),
    gameId: Id.nullable(),
  }),
);

export const RatingChange = exactly<club.RatingChange>()(
  z.object({ player: Id, before: z.number(), after: z.number(), provisional: z.boolean() }),
);

export const FinishedSeat = exactly<club.FinishedSeat>()(
  z.object({
    player: PlayerCard.nullable(),
    computer: z.string().nullable(),
    place: Count,
    score: z.number(),
    rating: RatingChange.nullable(),
  }),
);

export const GameSummary = exactly<club.GameSummary>()(
  z.object({
    id: Id,
    game: z.string(),
    ordinal: Count,
    table: Count.nullable(),
    startedAt: Time,
    finishedAt: Time,
    conventions: Conventions,
    rated: z.boolean(),
    seats: z.array(FinishedSeat),
    reason: z.enum(['played', 'time', 'left', 'agreed']),
    offender: Count.nullable(),
    fine: z.number(),
    moves: Count,
    annulled: z.object({ at: Time, reason: z.string() }).optional(),
  }),
);

export const RecordedStep = exactly<club.RecordedStep>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('acted'), seat: Count, action: z.unknown(), at: Time }),
    z.object({ kind: z.literal('shuffled'), order: z.array(Count), at: Time }),
    z.object({ kind: z.literal('rang'), at: Time }),
    z.object({ kind: z.literal('proven'), at: Time }),
    z.object({
      kind: z.literal('relieved'),
      seat: Count,
      reason: z.enum(['time', 'left']),
      at: Time,
    }),
    z.object({ kind: z.literal('returned'), seat: Count, at: Time }),
    z.object({
      kind: z.literal('forfeited'),
      seat: Count,
      reason: z.enum(['time', 'left']),
      at: Time,
    }),
  ]),
);

export const Fairness = exactly<club.Fairness>()(
  z.object({
    commitment: z.string(),
    secret: z.string(),
    contributions: z.array(z.string().nullable()),
    before: Count,
  }),
);

const Tally = z.object({ of: z.string(), times: Count, made: Count, points: z.number() }).meta({
  description:
    'How often somebody did one kind of thing, how often it succeeded, and what it brought.',
});

export const GameRecord = exactly<club.GameRecord>()(
  GameSummary.extend({
    rulesVersion: Count,
    steps: z.array(RecordedStep),
    fairness: Fairness.optional(),
    tallies: z.array(z.array(Tally)).optional(),
  }),
);

const GameScore = z.object({ played: Count, won: Count, drawn: Count, lost: Count });

export const PlayerGameStats = exactly<club.PlayerGameStats>()(
  GameScore.extend({
    game: z.string(),
    rating: z.number().nullable(),
    provisional: z.boolean(),
    curve: z.array(z.object({ at: Time, gameId: Id, rating: z.number() })),
    byPreset: z.record(z.string(), GameScore),
    bySeason: z.record(z.string(), GameScore),
    forfeits: Count,
    company: z.array(GameScore.extend({ player: PlayerCard, points: z.number() })).meta({
      description:
        'With whom the player played most, at most ten: games together, how they came off against each other, and the sum of the player’s own scores.',
    }),
    tallies: z.array(Tally),
  }),
);

export const Profile = exactly<club.Profile>()(
  z.object({
    player: PlayerCard,
    memberSince: Time,
    lastSeen: Time,
    games: z.array(PlayerGameStats),
    recent: z.array(GameSummary),
  }),
);

export const ClubCounts = exactly<club.ClubCounts>()(
  z.object({ players: Count, visitors: Count, tablesInPlay: Count }),
);
