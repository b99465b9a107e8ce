import type { DecisionAsked, FeedbackAsked, NoticeWishes, ReportAsked } from '@trellis/wire';
import { any, type Random } from './mutated.js';
import { someText, type World } from './requests.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
}
type Make = (world: World, random: Random) => Call;

const key = (random: Random) => `fuzz-${Math.floor(random() * 1e9)}`;
/** One of those that the club has told of, or one that it does not know. */
const one = (ids: readonly string[], random: Random) =>
  any(random, ids.length > 0 && random() < 0.9 ? ids.slice(-60) : ['nobody']);
const player = ({ players }: World, random: Random) => one(players, random);
const categories = ['cheating', 'stalling', 'abuse', 'profile', 'other'] as const;
const sanctions = ['warning', 'chat-pause', 'rated-pause'] as const;
const channels = ['page', 'system', 'push'] as const;

const report: Make = (world, random) => {
  const body: ReportAsked = {
    ...{ key: key(random), player: player(world, random), text: someText(random) },
    category: any(random, categories),
    ...(random() < 0.3 && { gameId: one(world.tables, random) }),
    ...(random() < 0.5 && { tableId: one(world.tables, random) }),
    ...(random() < 0.5 && {
      room: any(random, ['hall:preferans', `table:${one(world.tables, random)}`]),
    }),
  };
  return { method: 'POST', path: '/api/justice/reports', body };
};

const decision: Make = (world, random) => {
  const body: DecisionAsked = {
    ...{ upheld: random() < 0.7, answer: someText(random) },
    ...(random() < 0.7 && {
      sanction: { kind: any(random, sanctions), minutes: 1, reason: someText(random) },
    }),
  };
  return {
    ...{ method: 'POST', body },
    path: `/api/arbiter/reports/${one(world.reports, random)}/decision`,
  };
};

const feedback: Make = (world, random) => {
  const body: FeedbackAsked = {
    ...{ player: player(world, random), mark: any(random, ['positive', 'neutral', 'negative']) },
    tags: random() < 0.5 ? [] : [any(random, ['friendly', 'slow', 'rude'])],
  };
  return {
    ...{ method: 'POST', body },
    path: `/api/justice/games/${one(world.tables, random)}/feedback`,
  };
};

const wishes: Make = (_world, random) => {
  const some = () => channels.filter(() => random() < 0.5);
  const minute = () => Math.floor(random() * 1_440);
  const body: NoticeWishes = {
    matrix: {
      ...{ 'table-full': some(), 'your-turn': some(), invitation: some() },
      ...{ letter: some(), reply: some() },
    },
    quiet: random() < 0.5 ? null : { from: minute(), to: minute() },
    timeZone: any(random, ['UTC', 'Europe/Moscow', 'America/Mexico_City', 'Mars/Olympus']),
  };
  return { method: 'PUT', path: '/api/notices', body };
};

const device: Make = (_world, random) => ({
  ...{ method: 'POST', path: '/api/notices/devices' },
  body: {
    endpoint: any(random, ['https://push.example/a', 'https://10.0.0.1/a', 'http://push.example/']),
    keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
    language: any(random, ['en', 'ru', 'es']),
  },
});

const reads: Make = (world, random) => ({
  method: 'GET',
  path: any(random, [
    ...['/api/justice', '/api/arbiter/queue', '/api/arbiter/log', '/api/notices'],
    ...[`/api/justice/players/${player(world, random)}/feedback`],
    ...[`/api/arbiter/players/${player(world, random)}`],
    ...[`/api/arbiter/reports/${one(world.reports, random)}`],
  ]),
});

const words =
  (path: (world: World, random: Random) => string, field: string, more: object = {}): Make =>
  (world, random) => ({
    ...{ method: 'POST', path: path(world, random) },
    body: { [field]: someText(random), ...more },
  });
const sanction = (base: string, rest: string) => (world: World, random: Random) =>
  `${base}/sanctions/${one(world.sanctions, random)}/${rest}`;

/** Calls of the right shape about justice and notices, as pages make them; whether one is given is another matter. */
export const goodCalls: readonly Make[] = [
  ...[report, report, decision, feedback, wishes, device, reads],
  words(sanction('/api/justice', 'appeal'), 'text'),
  words(sanction('/api/arbiter', 'lift'), 'reason'),
  words(sanction('/api/arbiter', 'appeal'), 'answer', { lifts: true }),
  words((world, random) => `/api/arbiter/games/${one(world.tables, random)}/annulment`, 'reason'),
  (_world, random) => ({
    method: 'DELETE',
    path: `/api/notices/devices/${any(random, ['0', 'f']).repeat(24)}`,
  }),
];

/** Ids in an answer, by which later calls reach farther. */
export function learn(world: World, answer: string): void {
  const found = (pattern: RegExp) => [...answer.matchAll(pattern)].map(([, id]) => id!);
  world.reports.push(...found(/"report":\{"id":"([\w-]{1,64})"/g));
  world.sanctions.push(...found(/"id":"([\w-]{1,64})","player":/g));
}
