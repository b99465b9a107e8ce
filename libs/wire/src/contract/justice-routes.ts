import { z } from 'zod';
import type * as http from '../http.js';
import * as justice from '../justice.js';
import { GameRecord, PlayerCard } from './club-shapes.js';
import { exactly } from './exactly.js';
import type { Route } from './routes.js';

// What players say of each other and what the club decides. Like all that people write, no token reaches it.

const Count = z.number().int();
const Category = z.enum(['cheating', 'stalling', 'abuse', 'profile', 'other']);
const Kind = z.enum(['warning', 'chat-pause', 'rated-pause', 'exclusion']);
const Origin = z.enum(['arbiter', 'operator', 'club']);
const Mark = z.enum(['positive', 'neutral', 'negative']);
const Tag = z.enum(['friendly', 'good-play', 'patient', 'slow', 'rude', 'left-early']);
const By = PlayerCard.nullable();

const Decision = z.object({ upheld: z.boolean(), answer: z.string(), at: z.number(), by: By });
const OwnReport = z.object({
  id: z.string(),
  on: PlayerCard,
  category: Category,
  text: z.string(),
  gameId: z.string().nullable(),
  at: z.number(),
  decision: Decision.nullable(),
});
const Report = exactly<justice.Report>()(
  OwnReport.extend({
    by: PlayerCard,
    tableId: z.string().nullable(),
    lines: z.array(
      z.object({
        by: PlayerCard,
        at: z.number(),
        said: z.union([z.object({ text: z.string() }), z.object({ phrase: z.string() })]),
      }),
    ),
  }),
);
const Sanction = exactly<justice.Sanction>()(
  z.object({
    id: z.string(),
    player: PlayerCard,
    kind: Kind,
    reason: z.string(),
    at: z.number(),
    until: z.number(),
    origin: Origin,
    by: By,
    gameId: z.string().nullable(),
    liftedAt: z.number().nullable(),
    appeal: z
      .object({
        text: z.string(),
        at: z.number(),
        answer: z
          .object({ text: z.string(), at: z.number(), by: By, lifted: z.boolean() })
          .nullable(),
      })
      .nullable(),
  }),
);
const AuditEntry = exactly<justice.AuditEntry>()(
  z.object({
    seq: Count,
    at: z.number(),
    origin: Origin,
    by: By,
    act: z.enum([
      'arbiter-granted',
      'arbiter-revoked',
      'report-decided',
      'sanctioned',
      'sanction-lifted',
      'appeal-answered',
      'game-annulled',
    ]),
    player: By,
    gameId: z.string().nullable(),
    about: z.string().nullable(),
    sanction: z.object({ kind: Kind, until: z.number() }).nullable(),
    reason: z.string(),
  }),
);
const SanctionAnswer = exactly<justice.SanctionAnswer>()(z.object({ sanction: Sanction }));
const GivenFeedback = exactly<justice.GivenFeedbackAnswer>()(
  z.object({
    given: z.array(z.object({ player: z.string(), mark: Mark, tags: z.array(Tag) })),
  }),
);
const History = exactly<justice.HistoryAnswer>()(
  z.object({
    player: PlayerCard,
    sanctions: z.array(Sanction),
    reports: z.array(Report),
    games: z.object({ played: Count, left: Count }),
  }),
);
const Case = exactly<justice.CaseAnswer>()(z.object({ report: Report, history: History }));

const ofMembers = { who: 'session' as const };
const ofWords = ['empty-line', 'bad-characters', 'line-too-long', 'storage-away'];
const ofArbiters = ['arbiters-only', 'storage-away'];
const ofCases = ['arbiters-only', 'own-case', 'not-found', ...ofWords];

export const justiceRoutes: readonly Route[] = [
  {
    ...{ method: 'get', path: '/api/justice', ...ofMembers },
    summary: 'One’s own reports, and what was decided of oneself.',
    more: 'Also for whom the club keeps out.',
    answer: exactly<justice.OwnJusticeAnswer>()(
      z.object({
        reports: z.array(OwnReport),
        decided: z.array(z.object({ category: Category, decision: Decision })),
        sanctions: z.array(Sanction),
        log: z.array(AuditEntry),
      }),
    ),
  },
  {
    ...{ method: 'post', path: '/api/justice/reports', ...ofMembers, body: justice.MakeReport },
    summary: 'Reports a player to the arbiters; nobody else learns who did.',
    more: 'The same `key` again is the same report.',
    answer: exactly<justice.ReportAnswer>()(z.object({ report: OwnReport })),
    refusals: [
      ...['no-such-player', 'yourself', 'already-reported', 'enough-reports', 'not-found'],
      ...['not-in-game', ...ofWords],
    ],
  },
  {
    ...{ method: 'post', path: '/api/justice/sanctions/{id}/appeal', ...ofMembers },
    summary:
      'Says something against a sanction of oneself, once; also for whom the club keeps out.',
    body: justice.MakeAppeal,
    answer: SanctionAnswer,
    refusals: ['not-found', 'not-yours', 'already-appealed', ...ofWords],
  },
  {
    ...{ method: 'get', path: '/api/justice/games/{id}/feedback', ...ofMembers },
    summary: 'The feedback that one has given on the others of a game.',
    answer: GivenFeedback,
  },
  {
    ...{ method: 'post', path: '/api/justice/games/{id}/feedback', ...ofMembers },
    summary:
      'Gives feedback on somebody with whom one has played: one a game, and the first stays.',
    body: justice.GiveFeedback,
    answer: GivenFeedback,
    refusals: ['not-found', 'not-in-game', 'yourself', 'wrong-tags', 'storage-away'],
  },
  {
    ...{ method: 'get', path: '/api/justice/players/{id}/feedback', ...ofMembers },
    summary: 'The sums of the feedback on a player.',
    answer: exactly<justice.FeedbackAnswer>()(
      z.object({
        marks: z.object({ positive: Count, neutral: Count, negative: Count }),
        tags: z.array(z.object({ tag: Tag, times: Count })),
      }),
    ),
  },
  {
    ...{ method: 'get', path: '/api/arbiter/queue', ...ofMembers },
    summary: 'Open reports and appeals, the oldest first, for arbiters.',
    answer: exactly<justice.QueueAnswer>()(
      z.object({ reports: z.array(Report), appeals: z.array(Sanction) }),
    ),
    refusals: ofArbiters,
  },
  {
    ...{ method: 'get', path: '/api/arbiter/reports/{id}', ...ofMembers, answer: Case },
    summary: 'A report, and what is known of who was reported, for arbiters.',
    refusals: ['not-found', ...ofArbiters],
  },
  {
    ...{ method: 'post', path: '/api/arbiter/reports/{id}/decision', ...ofMembers, answer: Case },
    summary: 'Decides a report, with a sanction or without.',
    body: justice.DecideReport,
    refusals: ['already-decided', 'no-such-player', 'wrong-duration', ...ofCases],
  },
  {
    ...{ method: 'post', path: '/api/arbiter/sanctions/{id}/lift', ...ofMembers },
    summary: 'Takes a sanction back before its end.',
    body: justice.GiveReason,
    answer: SanctionAnswer,
    refusals: ['not-in-force', ...ofCases],
  },
  {
    ...{ method: 'post', path: '/api/arbiter/sanctions/{id}/appeal', ...ofMembers },
    summary: 'Answers an appeal, and lifts the sanction or not.',
    body: justice.AnswerAppeal,
    answer: SanctionAnswer,
    refusals: ['already-decided', ...ofCases],
  },
  {
    ...{ method: 'post', path: '/api/arbiter/games/{id}/annulment', ...ofMembers },
    summary: 'Takes the rating of a finished game back: all ratings after it are computed again.',
    body: justice.GiveReason,
    answer: exactly<http.GameAnswer>()(z.object({ game: GameRecord })),
    refusals: ['not-rated', ...ofCases],
  },
  {
    ...{ method: 'get', path: '/api/arbiter/players/{id}', ...ofMembers, answer: History },
    summary: 'What is known of a player, for arbiters.',
    refusals: ['no-such-player', ...ofArbiters],
  },
  {
    ...{ method: 'get', path: '/api/arbiter/log', ...ofMembers },
    summary: 'The audit log: what was done in the club’s name, newest first, for arbiters.',
    query: z.object({ before: z.string().optional() }),
    answer: exactly<justice.LogAnswer>()(z.object({ log: z.array(AuditEntry) })),
    refusals: ofArbiters,
  },
];
