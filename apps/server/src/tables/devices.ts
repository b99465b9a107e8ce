import { createHash } from 'node:crypto';
import { Refusal } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import type { Device } from '@trellis/tables';
import type { ClubSocket, SocketData } from '../sockets/club-socket.js';

/** A device from which somebody plays at a table. */
export interface PlayingDevice extends Device {
  readonly player: PlayerId;
}

const none: ReadonlyMap<ClubSocket, PlayingDevice> = new Map();

/**
 * From where players play at tables, by the sockets of this process that have said so. Sockets that never say it, those of programs
 * above all, are no devices and are kept from nothing.
 */
export class Devices {
  private readonly near = new Map<TableId, Map<ClubSocket, PlayingDevice>>();

  constructor(private readonly now: () => number = Date.now) {}

  /** `since`: as it was answered before, when the socket is another one of the same page. */
  begin(socket: ClubSocket, table: TableId, player: PlayerId, since?: number): PlayingDevice {
    const id = deviceOf(socket.data);
    if (id === undefined) throw new Refusal('not-signed-in', 'Sign in first.');
    const now = this.now();
    const device = { player, id, since: Math.min(since ?? now, now) };
    const sockets = this.near.get(table) ?? new Map<ClubSocket, PlayingDevice>();
    this.near.set(table, sockets.set(socket, device));
    return device;
  }

  /** True when the socket had said something of the table. */
  end(socket: ClubSocket, table: TableId): boolean {
    const sockets = this.near.get(table);
    if (!sockets?.delete(socket)) return false;
    if (sockets.size === 0) this.near.delete(table);
    return true;
  }

  of(socket: ClubSocket, table: TableId): Device | undefined {
    return this.near.get(table)?.get(socket);
  }

  at(table: TableId): readonly PlayingDevice[] {
    return [...(this.near.get(table) ?? none).values()];
  }
}

/** Of a player's devices the newest plays; undefined when he has only one, or none. */
export function newestOf(devices: readonly PlayingDevice[], player: PlayerId): Device | undefined {
  const own = devices.filter((device) => device.player === player);
  if (new Set(own.map(({ id }) => id)).size < 2) return undefined;
  return own.reduce((newest, device) => (device.since > newest.since ? device : newest));
}

/** A browser as long as its session, so all tabs of it are one; a mark, for it travels to the player's other devices. */
function deviceOf({ session, token, visitor }: SocketData): string | undefined {
  const id = session?.id ?? token?.id ?? visitor?.id;
  return id && createHash('sha256').update(id).digest('base64url').slice(0, 12);
}
