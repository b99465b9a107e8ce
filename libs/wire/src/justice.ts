import { z } from 'zod';
import type { GameId, PlayerCard, TableId } from '@trellis/facade';

/** Feedback, reports and what is decided of them, under `/api/justice`; arbiters work under `/api/arbiter`. */

const Id = z.string().regex(/^[\w-]{1,64}$/);
const Words = z.string().max(2000);

/** `POST /api/justice/reports`. Answer: `ReportAnswer`. */
export const MakeReport = z.strictObject({
  /** The same key again is the same report. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  player: Id,
  category: z.enum(['cheating', 'stalling', 'abuse', 'profile', 'other']),
  text: Words,
  /** The game that it is about: its record goes with the report. */
  gameId: Id.optional(),
  tableId: Id.optional(),
  /** The talk that it is about: what was said there last goes with the report. */
  room: z.string().max(100).optional(),
});
export type ReportAsked = z.infer<typeof MakeReport>;

/** `POST /api/justice/sanctions/:id/appeal` */
export const MakeAppeal = z.strictObject({ text: Words });

/** `POST /api/justice/games/:id/feedback`: one a game and opponent, and the first stays. */
export const GiveFeedback = z.strictObject({
  player: Id,
  mark: z.enum(['positive', 'neutral', 'negative']),
  tags: z.array(z.enum(['friendly', 'good-play', 'patient', 'slow', 'rude', 'left-early'])).max(6),
});
export type FeedbackAsked = z.infer<typeof GiveFeedback>;

/** `POST /api/arbiter/reports/:id/decision` */
export const DecideReport = z.strictObject({
  upheld: z.boolean(),
  /** Both read it: who reported and who was reported. */
  answer: Words,
  sanction: z
    .strictObject({
      kind: z.enum(['warning', 'chat-pause', 'rated-pause', 'exclusion']),
      /** How long it lasts; a warning is shown for a week. */
      minutes: z.number().int().min(1).max(5_256_000),
      reason: Words,
    })
    .optional(),
});
export type DecisionAsked = z.infer<typeof DecideReport>;

/** `POST /api/arbiter/sanctions/:id/lift`, `POST /api/arbiter/games/:id/annulment` */
export const GiveReason = z.strictObject({ reason: Words });

/** `POST /api/arbiter/sanctions/:id/appeal` */
export const AnswerAppeal = z.strictObject({ answer: Words, lifts: z.boolean() });

export type ReportCategory = ReportAsked['category'];
export type SanctionKind = NonNullable<DecisionAsked['sanction']>['kind'];
export type Mark = FeedbackAsked['mark'];
export type FeedbackTag = FeedbackAsked['tags'][number];

export interface ReportDecision {
  readonly upheld: boolean;
  readonly answer: string;
  readonly at: number;
  readonly by: PlayerCard | null;
}

/** A report as its maker sees it. */
export interface OwnReport {
  readonly id: string;
  readonly on: PlayerCard;
  readonly category: ReportCategory;
  readonly text: string;
  readonly gameId: GameId | null;
  readonly at: number;
  readonly decision: ReportDecision | null;
}

export interface ReportAnswer {
  readonly report: OwnReport;
}

/** What was decided of a report, for the one who was reported: nothing in it tells who did. */
export interface DecidedOnMe {
  readonly category: ReportCategory;
  readonly decision: ReportDecision;
}

export interface Sanction {
  readonly id: string;
  readonly player: PlayerCard;
  readonly kind: SanctionKind;
  /** In words, or `left-games`: the club's own rule for who leaves games. */
  readonly reason: string;
  readonly at: number;
  readonly until: number;
  readonly origin: 'arbiter' | 'operator' | 'club';
  readonly by: PlayerCard | null;
  readonly gameId: GameId | null;
  readonly liftedAt: number | null;
  readonly appeal: {
    readonly text: string;
    readonly at: number;
    readonly answer: {
      readonly text: string;
      readonly at: number;
      readonly by: PlayerCard | null;
      readonly lifted: boolean;
    } | null;
  } | null;
}
export interface SanctionAnswer {
  readonly sanction: Sanction;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: number;
  readonly origin: 'arbiter' | 'operator' | 'club';
  readonly by: PlayerCard | null;
  readonly act:
    | 'arbiter-granted'
    | 'arbiter-revoked'
    | 'report-decided'
    | 'sanctioned'
    | 'sanction-lifted'
    | 'appeal-answered'
    | 'game-annulled';
  readonly player: PlayerCard | null;
  readonly gameId: GameId | null;
  readonly about: string | null;
  readonly sanction: { readonly kind: SanctionKind; readonly until: number } | null;
  readonly reason: string;
}

/** `GET /api/justice`: one's own, also for whom the club keeps out. */
export interface OwnJusticeAnswer {
  readonly reports: readonly OwnReport[];
  readonly decided: readonly DecidedOnMe[];
  readonly sanctions: readonly Sanction[];
  /** What was done to one in the club's name, newest first. */
  readonly log: readonly AuditEntry[];
}

/** `GET /api/justice/games/:id/feedback`: what one has said of whom. */
export interface GivenFeedbackAnswer {
  readonly given: readonly {
    readonly player: string;
    readonly mark: Mark;
    readonly tags: readonly FeedbackTag[];
  }[];
}

/** `GET /api/justice/players/:id/feedback` */
export interface FeedbackAnswer {
  readonly marks: Readonly<Record<Mark, number>>;
  readonly tags: readonly { readonly tag: FeedbackTag; readonly times: number }[];
}

/** A report as an arbiter sees it. */
export interface Report extends OwnReport {
  readonly by: PlayerCard;
  readonly tableId: TableId | null;
  readonly lines: readonly {
    readonly by: PlayerCard;
    readonly at: number;
    readonly said: { readonly text: string } | { readonly phrase: string };
  }[];
}

/** `GET /api/arbiter/queue`, the oldest first. */
export interface QueueAnswer {
  readonly reports: readonly Report[];
  readonly appeals: readonly Sanction[];
}

/** `GET /api/arbiter/reports/:id` */
export interface CaseAnswer {
  readonly report: Report;
  readonly history: HistoryAnswer;
}

/** `GET /api/arbiter/players/:id`: what is known of somebody, newest first. */
export interface HistoryAnswer {
  readonly player: PlayerCard;
  readonly sanctions: readonly Sanction[];
  readonly reports: readonly Report[];
  /** Of the games that he played with other people in the last 30 days. */
  readonly games: { readonly played: number; readonly left: number };
}

/** `GET /api/arbiter/log?before=`: at most 100 entries, newest first. */
export interface LogAnswer {
  readonly log: readonly AuditEntry[];
}
