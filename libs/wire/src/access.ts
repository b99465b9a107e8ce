import type { ClientToServer } from './client-to-server.js';

/** What a personal token may open. */
export const tokenScopes = ['read', 'play', 'chat'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Who may make a request: anybody, or a player, whose program needs the scope on its token. */
export const access = {
  'hall:enter': 'anybody',
  'hall:leave': 'anybody',
  'hall:find': 'anybody',
  'hall:play-now': 'play',
  'table:set': 'play',
  'table:conventions': 'play',
  'table:cancel': 'play',
  'table:look': 'anybody',
  'table:unlook': 'anybody',
  'table:past': 'anybody',
  'table:play-here': 'play',
  'table:automatic': 'play',
  'table:sit': 'play',
  'table:stand': 'play',
  'table:seat-computer': 'play',
  'table:clear-seat': 'play',
  'table:contribute': 'play',
  'table:fairness': 'anybody',
  'table:act': 'play',
  'table:leave': 'play',
  'table:rematch': 'play',
  'table:return': 'play',
  'chat:say': 'chat',
  'chat:listen': 'anybody',
  'chat:unlisten': 'anybody',
  'notice:seen': 'play',
} as const satisfies Record<keyof ClientToServer, 'anybody' | TokenScope>;
