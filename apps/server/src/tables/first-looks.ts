import type { TableId } from '@trellis/facade';
import type { ClubSocket } from '../sockets/club-socket.js';

/** Of one socket at one table. */
interface Looks {
  underWay: number;
}

/**
 * Looks of sockets that have not been shown their table yet. Who gets no answer asks again while the first request is still under
 * way; that it fails in the end must not take from him what the second one was given.
 */
export class FirstLooks {
  private readonly unshown = new WeakMap<ClubSocket, Map<TableId, Looks>>();

  /** Answers what `look` does. Calls `leave` when it failed, and so did all others that the socket has asked since it `began`. */
  async answer<T>(
    { socket, tableId, began }: { socket: ClubSocket; tableId: TableId; began: boolean },
    look: () => Promise<T>,
    leave: () => void,
  ): Promise<T> {
    const tables = this.tablesOf(socket);
    if (began) tables.set(tableId, { underWay: 0 });
    const looks = tables.get(tableId);
    // It has left and begun anew if these are others by then.
    const settled = () => looks !== undefined && tables.get(tableId) === looks;
    if (looks) looks.underWay++;
    try {
      const shown = await look();
      if (settled()) tables.delete(tableId);
      return shown;
    } catch (error) {
      if (looks && --looks.underWay === 0 && settled()) {
        tables.delete(tableId);
        leave();
      }
      throw error;
    }
  }

  private tablesOf(socket: ClubSocket): Map<TableId, Looks> {
    const tables = this.unshown.get(socket) ?? new Map<TableId, Looks>();
    this.unshown.set(socket, tables);
    return tables;
  }
}
