import type { PlayerId, TableId } from '@trellis/facade';
import type { LookersThere } from '../nodes/node-messages.js';
import type { ClubSocket } from '../sockets/club-socket.js';
import { holderAt } from '../sockets/holder.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import { Devices } from './devices.js';

const nobody: ReadonlySet<PlayerId> = new Set();

/** Who looks at which table, and from where he plays: a player counts once, whatever the number of his tabs. */
export class Lookers {
  readonly devices = new Devices();
  private readonly near = new Map<TableId, { players: Set<PlayerId>; visitors: Set<string> }>();

  constructor(private readonly sockets: Sockets) {}

  /** True when somebody new has come. */
  join(socket: ClubSocket, table: TableId): boolean {
    const player = holderAt(socket.data, table)?.id;
    void socket.join(rooms.table(table));
    if (player) void socket.join(rooms.tablePlayer(table, player));
    const near = this.near.get(table) ?? { players: new Set(), visitors: new Set() };
    this.near.set(table, near);
    const before = near.players.size + near.visitors.size;
    if (player) near.players.add(player);
    else near.visitors.add(socket.id);
    return near.players.size + near.visitors.size > before;
  }

  has(socket: ClubSocket, table: TableId): boolean {
    return socket.rooms.has(rooms.table(table));
  }

  /** True when the last socket of somebody has gone, or one from which he played. */
  leave(socket: ClubSocket, table: TableId): boolean {
    const near = this.near.get(table);
    if (!near || !this.has(socket, table)) return false;
    const player = holderAt(socket.data, table)?.id;
    const played = this.devices.end(socket, table);
    void socket.leave(rooms.table(table));
    if (player) void socket.leave(rooms.tablePlayer(table, player));
    const gone = player
      ? this.sockets.size(rooms.tablePlayer(table, player)) === 0 && near.players.delete(player)
      : near.visitors.delete(socket.id);
    if (near.players.size + near.visitors.size === 0) this.near.delete(table);
    return gone || played;
  }

  tablesOf(socket: ClubSocket): TableId[] {
    return [...socket.rooms].flatMap((room) => rooms.tableOf(room) ?? []);
  }

  /** Those that somebody looks at. */
  tables(): Iterable<TableId> {
    return this.near.keys();
  }

  /** The table is gone: nobody looks at it any more. */
  forget(table: TableId): void {
    for (const socket of this.sockets.in(rooms.table(table))) this.leave(socket, table);
    this.near.delete(table);
  }

  /** As other processes are told of them. */
  there(table: TableId): LookersThere {
    const near = this.near.get(table);
    const devices = this.devices.at(table);
    return {
      ...{ players: [...(near?.players ?? [])], visitors: near?.visitors.size ?? 0 },
      ...(devices.length > 0 && { devices }),
    };
  }

  players(table: TableId): ReadonlySet<PlayerId> {
    return this.near.get(table)?.players ?? nobody;
  }

  count(table: TableId): number {
    const near = this.near.get(table);
    return near ? near.players.size + near.visitors.size : 0;
  }
}
