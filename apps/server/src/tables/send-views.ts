import type { Seat, Viewer } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import type { NodeId, Table } from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import type { LookersThere, NodeMessages } from '../nodes/node-messages.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';

/** What each viewer sees, asked for only where somebody looks. */
export type ViewOf = (viewer: Viewer) => TableView;

/** To everybody who looks at the table from this process. False when nobody does. */
export function sendHere(sockets: Sockets, table: Table, viewOf: ViewOf): boolean {
  const all = rooms.table(table.id);
  const looking = sockets.size(all);
  if (looking === 0) return false;
  const seated: string[] = [];
  let players = 0;
  for (const [seat, player] of seatedAt(table)) {
    const room = rooms.tablePlayer(table.id, player);
    const size = sockets.size(room);
    if (size === 0) continue;
    seated.push(room);
    players += size;
    sockets.emit(room, 'table:view', viewOf(seat));
  }
  if (looking > players) sockets.emitExcept(all, seated, 'table:view', viewOf('spectator'));
  return true;
}

/** To another process, for those who look at the table from there. */
export function sendTo(
  messages: NodeMessages,
  node: NodeId,
  lookers: LookersThere,
  table: Table,
  viewOf: ViewOf,
): void {
  const seats = seatedAt(table)
    .filter(([, player]) => lookers.players.includes(player))
    .map(([seat, player]) => [player, viewOf(seat)] as const);
  const others = lookers.visitors > 0 || seats.length < lookers.players.length;
  messages.tell(node, 'table:show', {
    ...{ tableId: table.id, seq: table.seq, seats, gone: table.phase === 'free' },
    others: others ? viewOf('spectator') : null,
  });
}

function seatedAt(table: Table): readonly (readonly [Seat, PlayerId])[] {
  if (!('seats' in table)) return [];
  return table.seats.flatMap((occupant, seat) =>
    occupant.kind === 'player' ? [[seat, occupant.player] as const] : [],
  );
}
