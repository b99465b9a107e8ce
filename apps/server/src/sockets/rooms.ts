import type { PlayerId, TableId } from '@trellis/facade';

/**
 * Socket.IO rooms. Their names come from here and from nowhere else: a client never names one. A
 * socket's rooms say who it is and what it looks at; who may read something is decided when it is sent.
 */
export const rooms = {
  /** All sockets of a player. */
  player: (player: PlayerId) => `player/${player}`,
  /** Who looks at a hall. */
  hall: (game: string) => `hall/${game}`,
  /** Who looks at a table. */
  table: (table: TableId) => `table/${table}`,
  /** The table whose `table` room this is. */
  tableOf: (room: string): TableId | undefined => /^table\/([^/]+)$/.exec(room)?.[1],
  /** The sockets of one player that look at a table: a seat's audience. */
  tablePlayer: (table: TableId, player: PlayerId) => `table/${table}/${player}`,
  /** Who listens to a chat room. */
  chat: (room: string) => `chat/${room}`,
};
