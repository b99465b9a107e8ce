import { createHash } from 'node:crypto';
import type { DeclaredRoute, May } from './declared.js';
import type { Role, Scene } from './scene.js';

const key = 'a-key-of-the-matrix';
const members: readonly Role[] = ['elsewhere', 'arbiter', 'spectator', 'waiting', 'acting'];
const anyMember: May = (role) => members.includes(role);
const author: May = (role) => role === 'acting';
/** Everybody but the one to whom it is done. */
const anyOther: May = (role) => anyMember(role, 'free') && role !== 'waiting';
const nobody: May = () => false;

/** What the one who is to act has written: the forum makes ids of the writer and his key. */
const written =
  (what: 'thread' | 'post', rest = '') =>
  ({ sessions }: Scene) => {
    const source = `${what}:${sessions.acting!.player}:${key}`;
    const id = createHash('sha256').update(source).digest('hex').slice(0, 20);
    return `/api/forum/${what}s/${id}${rest}`;
  };
const waiting =
  (rest: string) =>
  ({ sessions }: Scene) =>
    `/api/people/${sessions.waiting!.player}/${rest}`;

const thread = { key, place: 'forum', section: 'cafe', title: 'Good evening', markdown: 'All' };
const { key: _key, ...draft } = thread;

/** The forum, the blog and one's people. Nothing of it reaches a table. */
export const declaredWriting: readonly DeclaredRoute[] = [
  { method: 'POST', route: '/api/forum/threads', body: thread, may: anyMember, reads: true },
  {
    method: 'GET',
    route: '/api/forum/threads',
    path: () => '/api/forum/threads?place=forum&before=1',
    may: anyMember,
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/forum/threads/:id',
    path: written('thread'),
    may: anyMember,
    reads: true,
  },
  {
    method: 'PATCH',
    route: '/api/forum/threads/:id',
    path: written('thread'),
    body: { closed: true },
    // Nobody here is an editor.
    may: nobody,
  },
  {
    method: 'POST',
    route: '/api/forum/threads/:id/posts',
    path: written('thread', '/posts'),
    body: { key: `${key}-2`, markdown: 'Good evening' },
    may: anyMember,
    reads: true,
  },
  {
    method: 'PUT',
    route: '/api/forum/threads/:id/subscription',
    path: written('thread', '/subscription'),
    body: { follows: true },
    may: anyMember,
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/forum/posts/:id',
    path: written('post'),
    may: anyMember,
    reads: true,
  },
  {
    method: 'PATCH',
    route: '/api/forum/posts/:id',
    path: written('post'),
    body: { markdown: 'Good night', version: 1 },
    may: author,
    reads: true,
  },
  {
    method: 'DELETE',
    route: '/api/forum/posts/:id',
    path: written('post'),
    may: author,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/forum/preview',
    body: { markdown: 'x' },
    may: anyMember,
    reads: true,
  },
  { method: 'GET', route: '/api/forum/search', may: anyMember, reads: true },
  { method: 'GET', route: '/api/forum/subscriptions', may: anyMember, reads: true },
  { method: 'GET', route: '/api/forum/drafts', may: anyMember, reads: true },
  {
    method: 'PUT',
    route: '/api/forum/drafts/:id',
    path: () => '/api/forum/drafts/a-draft',
    body: draft,
    may: anyMember,
    reads: true,
  },
  {
    method: 'DELETE',
    route: '/api/forum/drafts/:id',
    path: () => '/api/forum/drafts/a-draft',
    may: anyMember,
    reads: true,
  },
  { method: 'GET', route: '/api/blog/feed.atom', may: () => true, reads: true },
  { method: 'GET', route: '/api/people', may: anyMember, reads: true },
  { method: 'GET', route: '/api/people/letters', may: anyMember, reads: true },
  { method: 'GET', route: '/api/people/unread', may: anyMember, reads: true },
  {
    method: 'PUT',
    route: '/api/people/:id/bond',
    path: waiting('bond'),
    body: { bond: 'friend' },
    may: anyOther,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/people/:id/letters',
    path: waiting('letters'),
    body: { key, said: { phrase: 'hello' } },
    may: anyOther,
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/people/:id/letters',
    path: waiting('letters'),
    may: anyMember,
    reads: true,
  },
  {
    method: 'PUT',
    route: '/api/people/:id/letters/seen',
    path: waiting('letters/seen'),
    body: { through: 1 },
    may: anyMember,
    reads: true,
  },
  { method: 'GET', route: '/api/notices', may: anyMember, reads: true },
  {
    method: 'PUT',
    route: '/api/notices',
    body: {
      matrix: { 'table-full': [], 'your-turn': ['page'], invitation: [], letter: [], reply: [] },
      ...{ quiet: null, timeZone: 'UTC' },
    },
    may: anyMember,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/notices/devices',
    body: {
      endpoint: 'https://push.example/a-device',
      keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
      language: 'en',
    },
    // These clubs have no keys for push.
    may: nobody,
  },
  {
    method: 'DELETE',
    route: '/api/notices/devices/:id',
    path: () => `/api/notices/devices/${'0'.repeat(24)}`,
    may: anyMember,
    reads: true,
  },
];
