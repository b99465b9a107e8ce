import { isOfVisitors, type PlayerCard, type TableId } from '@trellis/facade';
import type { SocketData } from './club-socket.js';

/** As whom somebody may hold a seat at this table: a visitors' table knows visitors, every other one players. */
export function holderAt(
  { player, visitor }: Pick<SocketData, 'player' | 'visitor'>,
  tableId: TableId,
): PlayerCard | undefined {
  return isOfVisitors(tableId) ? visitor : player;
}
