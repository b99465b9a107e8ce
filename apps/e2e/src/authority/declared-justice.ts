import { createHash } from 'node:crypto';
import type { DeclaredRoute, May } from './declared.js';
import type { Role, Scene } from './scene.js';

const key = 'a-report-of-the-matrix';
const members: readonly Role[] = ['elsewhere', 'arbiter', 'spectator', 'waiting', 'acting'];
const anyMember: May = (role) => members.includes(role);
/** Everybody but the one who is reported. */
const anyOther: May = (role) => anyMember(role, 'free') && role !== 'waiting';
const arbiter: May = (role) => role === 'arbiter';
const nobody: May = () => false;

const waiting = ({ sessions }: Scene) => sessions.waiting!.player;
/** The one that the spectator has made: the club makes ids of the reporter and his key. */
const report =
  (rest = '') =>
  ({ sessions }: Scene) => {
    const source = `report:${sessions.spectator!.player}:${key}`;
    return `/api/arbiter/reports/${createHash('sha256').update(source).digest('hex').slice(0, 24)}${rest}`;
  };
const ofGame =
  (base: string, rest: string) =>
  ({ gameId }: Scene) =>
    `${base}/games/${gameId}/${rest}`;

/** Reports, feedback and what arbiters decide. None of it reaches a table. */
export const declaredJustice: readonly DeclaredRoute[] = [
  {
    method: 'GET',
    route: '/api/justice',
    // Also whom the club keeps out reads why.
    may: (role) => [...members, 'banned'].includes(role),
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/justice/reports',
    body: (scene) => ({ key, player: waiting(scene), category: 'stalling', text: '' }),
    may: anyOther,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/justice/sanctions/:id/appeal',
    path: () => '/api/justice/sanctions/none/appeal',
    body: { text: 'It was not me' },
    // Nobody here has a sanction.
    may: nobody,
  },
  {
    method: 'GET',
    route: '/api/justice/games/:id/feedback',
    path: ofGame('/api/justice', 'feedback'),
    may: anyMember,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/justice/games/:id/feedback',
    path: ofGame('/api/justice', 'feedback'),
    body: (scene) => ({ player: waiting(scene), mark: 'positive', tags: [] }),
    // Who has played a game with him that is over.
    may: (role, phase) => role === 'acting' && phase === 'finished',
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/justice/players/:id/feedback',
    path: (scene) => `/api/justice/players/${waiting(scene)}/feedback`,
    may: anyMember,
    reads: true,
  },
  { method: 'GET', route: '/api/arbiter/queue', may: arbiter, reads: true },
  { method: 'GET', route: '/api/arbiter/log', may: arbiter, reads: true },
  {
    method: 'GET',
    route: '/api/arbiter/players/:id',
    path: (scene) => `/api/arbiter/players/${waiting(scene)}`,
    may: arbiter,
    reads: true,
  },
  { method: 'GET', route: '/api/arbiter/reports/:id', path: report(), may: arbiter, reads: true },
  {
    method: 'POST',
    route: '/api/arbiter/reports/:id/decision',
    path: report('/decision'),
    body: { upheld: false, answer: 'Nothing was wrong' },
    may: arbiter,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/arbiter/sanctions/:id/lift',
    path: () => '/api/arbiter/sanctions/none/lift',
    body: { reason: 'A mistake' },
    may: nobody,
  },
  {
    method: 'POST',
    route: '/api/arbiter/sanctions/:id/appeal',
    path: () => '/api/arbiter/sanctions/none/appeal',
    body: { answer: 'No', lifts: false },
    may: nobody,
  },
  {
    method: 'POST',
    route: '/api/arbiter/games/:id/annulment',
    path: ofGame('/api/arbiter', 'annulment'),
    body: { reason: 'For the matrix' },
    // With a computer at the table it is not rated.
    may: nobody,
  },
];
