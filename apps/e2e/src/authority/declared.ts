import { declaredJustice } from './declared-justice.js';
import { declaredWriting } from './declared-writing.js';
import type { Phase, Role, Scene } from './scene.js';
import { phases, roles } from './scene.js';

/** Who may, at a table in this phase. */
export type May = (role: Role, phase: Phase) => boolean;

const everybody: May = () => true;
/** Whoever is let in at the door of the sockets. */
const inside: readonly Role[] = roles.filter((role) => role !== 'banned');
const anybody: May = (role) => inside.includes(role);
const members: readonly Role[] = ['elsewhere', 'arbiter', 'spectator', 'waiting', 'acting'];
/** Members, and programs that may play and talk as they may. */
const players: readonly Role[] = [...members, 'program'];
const anyPlayer: May = (role) => players.includes(role);
const seated: readonly Role[] = ['waiting', 'acting'];
const anyMember: May = (role) => members.includes(role);
const nobody: May = () => false;
const someOf =
  (who: readonly Role[], ...when: readonly Phase[]): May =>
  (role, phase) =>
    who.includes(role) && when.includes(phase);
const all = (...when: readonly Phase[]) => someOf(inside, ...when);
const runs = (phase: Phase) => phase === 'committed' || phase === 'playing';
const there = phases.filter((phase) => phase !== 'free');

/** What is asked of the table of a scene, and who is given it. */
export interface Declared {
  readonly event: string;
  readonly request: (scene: Scene) => object;
  readonly may: May;
  /** Asking only reads: the table is the same afterwards, also when it was given. */
  readonly reads?: true;
}

let lines = 0;
const line = () => `line-${String(++lines).padStart(6, '0')}`;
const table = ({ tableId }: Scene) => ({ tableId });

/**
 * Every request of the socket, and which roles are given it in which phase; everything else is refused
 * and changes nothing. A handler that does not stand here fails the machine.
 */
export const declaredRequests: readonly Declared[] = [
  { event: 'hall:enter', request: () => ({ game: 'preferans' }), may: anybody, reads: true },
  { event: 'hall:leave', request: () => ({}), may: anybody, reads: true },
  {
    event: 'hall:find',
    request: ({ number }) => ({ game: 'preferans', number }),
    may: all(...there),
    reads: true,
  },
  // Both sit down at a table of their own.
  { event: 'hall:play-now', request: () => ({ game: 'tic-tac-toe' }), may: anyPlayer },
  { event: 'table:set', request: () => ({ game: 'tic-tac-toe' }), may: anyPlayer },
  {
    event: 'table:conventions',
    request: ({ tableId }) => ({ tableId, conventions: {} }),
    may: someOf(['acting'], 'convention'),
  },
  { event: 'table:cancel', request: table, may: someOf(['acting'], 'convention') },
  {
    event: 'table:past',
    request: ({ tableId }) => ({ tableId, from: 0 }),
    may: all(...there),
    reads: true,
  },
  // Only the wish of a player who is to act at the table does anything; it is kept nowhere.
  {
    event: 'table:automatic',
    request: ({ tableId }) => ({ tableId, on: true }),
    may: someOf(players, ...there),
    reads: true,
  },
  {
    event: 'table:contribute',
    request: ({ tableId, gameId }) => ({ tableId, gameId, contribution: 'ab'.repeat(32) }),
    // At once, or never: at a table that plays all have contributed.
    may: someOf(seated, 'committed', 'playing'),
  },
  { event: 'table:fairness', request: table, may: all('committed', 'playing'), reads: true },
  {
    event: 'table:sit',
    request: ({ tableId }) => ({ tableId, seat: 2 }),
    may: someOf(['elsewhere', 'arbiter', 'spectator', 'program'], 'gathering'),
  },
  { event: 'table:stand', request: table, may: someOf(seated, 'gathering') },
  {
    event: 'table:seat-computer',
    request: ({ tableId }) => ({ tableId, seat: 2, level: 'easy' }),
    may: someOf(seated, 'gathering'),
  },
  {
    event: 'table:clear-seat',
    request: ({ tableId }) => ({ tableId, seat: 3 }),
    may: someOf(seated, 'gathering'),
  },
  {
    event: 'table:act',
    request: ({ tableId, seq }) => ({ tableId, after: seq, action: { kind: 'call', word: 'P' } }),
    may: someOf(['acting'], 'playing'),
  },
  {
    event: 'table:leave',
    request: table,
    may: someOf(seated, 'gathering', 'committed', 'playing', 'finished'),
  },
  { event: 'table:rematch', request: table, may: someOf(seated, 'finished') },
  // Nobody in these scenes is played for by a computer.
  { event: 'table:return', request: table, may: nobody },
  {
    event: 'chat:say',
    request: ({ tableId }) => ({
      room: `table:${tableId}`,
      id: line(),
      said: { text: 'Good evening' },
    }),
    may: (role, phase) =>
      runs(phase)
        ? seated.includes(role)
        : phase !== 'free' && ['spectator', 'program', ...seated].includes(role),
  },
  {
    event: 'chat:say',
    request: ({ tableId }) => ({
      room: `watchers:${tableId}`,
      id: line(),
      said: { phrase: 'hello' },
    }),
    may: someOf(['spectator', 'program'], 'committed', 'playing'),
  },
  {
    event: 'chat:say',
    request: () => ({ room: 'hall:preferans', id: line(), said: { text: 'Good evening' } }),
    may: anyPlayer,
  },
  {
    event: 'chat:listen',
    request: ({ tableId }) => ({ room: `table:${tableId}`, since: 0 }),
    may: all(...there),
    reads: true,
  },
  {
    event: 'chat:listen',
    request: ({ tableId }) => ({ room: `watchers:${tableId}`, since: 0 }),
    may: (role, phase) =>
      phase !== 'free' && anybody(role, phase) && !(runs(phase) && seated.includes(role)),
    reads: true,
  },
  {
    event: 'chat:unlisten',
    request: ({ tableId }) => ({ room: `table:${tableId}` }),
    may: anybody,
    reads: true,
  },
  // Nobody waits for it.
  { event: 'notice:seen', request: () => ({ id: 'a-notice' }), may: anyPlayer, reads: true },
  // Last, because who looks at a table may talk there.
  { event: 'table:look', request: table, may: all(...there), reads: true },
  // After it: from where somebody plays is asked of who looks. It is kept nowhere, and keeps only him from what he does elsewhere.
  { event: 'table:play-here', request: table, may: someOf(players, ...there), reads: true },
  { event: 'table:unlook', request: table, may: anybody, reads: true },
];

export interface DeclaredRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As the controller says it. */
  readonly route: string;
  readonly path?: (scene: Scene) => string;
  readonly body?: object | ((scene: Scene) => object);
  readonly may: May;
  readonly reads?: true;
}

/** Every route of the server, in the same way. Pages are the site's: all of them only read what is public. */
export const declaredRoutes: readonly DeclaredRoute[] = [
  { method: 'GET', route: '/api/health/live', may: everybody, reads: true },
  { method: 'GET', route: '/api/health/ready', may: everybody, reads: true },
  { method: 'GET', route: '/api/me', may: everybody, reads: true },
  { method: 'PATCH', route: '/api/me', body: { hidesLastName: true }, may: anyMember },
  // Also somebody whom the club keeps out has a right to what it keeps of him.
  {
    method: 'GET',
    route: '/api/me/export',
    may: (role) => [...members, 'banned'].includes(role),
    reads: true,
  },
  // Nobody here is called that.
  { method: 'POST', route: '/api/me/deletion', body: { name: 'Another Name' }, may: nobody },
  {
    method: 'GET',
    route: '/api/tables/:id',
    path: ({ tableId }) => `/api/tables/${tableId}`,
    may: someOf(roles, ...there),
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/games/:id',
    path: ({ gameId }) => `/api/games/${gameId}`,
    // A game that runs has no record for anybody.
    may: someOf([...players, 'reader'], 'finished'),
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/players/:id',
    path: ({ sessions }) => `/api/players/${sessions.waiting!.player}`,
    may: (role) => [...players, 'reader'].includes(role),
    reads: true,
  },
  { method: 'GET', route: '/robots.txt', may: everybody, reads: true },
  { method: 'GET', route: '/sitemap.xml', may: everybody, reads: true },
  ...declaredWriting,
  ...declaredJustice,
  { method: 'GET', route: '/api/docs', may: everybody, reads: true },
  { method: 'GET', route: '/api/docs/docs.css', may: everybody, reads: true },
  { method: 'GET', route: '/api/docs/openapi.json', may: everybody, reads: true },
  { method: 'GET', route: '/api/docs/asyncapi.json', may: everybody, reads: true },
  {
    method: 'GET',
    route: '/api/chat/:room',
    path: () => '/api/chat/hall:preferans',
    may: anybody,
    reads: true,
  },
  {
    method: 'GET',
    route: '/api/chat/:room',
    path: ({ tableId }) => `/api/chat/table:${tableId}`,
    // Talk at tables is for who is there.
    may: nobody,
    reads: true,
  },
  {
    method: 'POST',
    route: '/api/chat/:room',
    path: () => '/api/chat/hall:preferans',
    body: { id: 'line-by-http', said: { text: 'Good evening' } },
    may: anyPlayer,
  },
  {
    method: 'POST',
    route: '/api/chat/:room',
    path: ({ tableId }) => `/api/chat/table:${tableId}`,
    body: { id: 'line-by-http', said: { text: 'Good evening' } },
    may: nobody,
  },
  { method: 'GET', route: '/api/tokens', may: anyMember, reads: true },
  {
    method: 'POST',
    route: '/api/tokens',
    body: { name: 'A program', scopes: ['play'], days: 1 },
    may: anyMember,
  },
  // Somebody else's, or none.
  { method: 'DELETE', route: '/api/tokens/:id', path: () => '/api/tokens/another', may: nobody },
  // A table of one's own, away from the scene: in the club for members, in memory for everybody else.
  {
    method: 'POST',
    route: '/api/house/:game',
    path: () => '/api/house/tic-tac-toe',
    body: {},
    may: anybody,
  },
  { method: 'GET', route: '/auth', may: everybody },
  { method: 'GET', route: '/auth/:provider', path: () => '/auth/google', may: nobody },
  {
    method: 'GET',
    route: '/auth/:provider/callback',
    path: () => '/auth/google/callback',
    may: nobody,
  },
  {
    method: 'POST',
    route: '/auth/demo',
    body: { name: 'Acting Somebody' },
    may: everybody,
    reads: true,
  },
  // Also somebody whom the club keeps out may sign out. Harmless to who is not signed in; last, because the session is over.
  {
    method: 'POST',
    route: '/auth/sign-out-everywhere',
    body: {},
    may: (role) => [...members, 'banned'].includes(role),
  },
  { method: 'POST', route: '/auth/sign-out', body: {}, may: everybody },
];

/** Requests of other namespaces of the socket: none of them speaks of a table. */
export const otherNamespaces: Readonly<Record<string, readonly string[]>> = {
  '/grid-game': ['join', 'leave', 'movement'],
};

/**
 * Roles that the club does not have yet. As soon as a handler's name speaks of one, it must be added to `roles` and
 * declared.
 */
export const rolesToCome = /block|ignore|moderat/i;
