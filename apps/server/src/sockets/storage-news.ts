import type { ClubSocket } from './club-socket.js';
import type { Sockets } from './sockets.js';

/** Tells everybody when the storage goes away (moves wait, clocks stand still) and when it is back. */
export class StorageNews {
  private available = true;

  constructor(private readonly sockets: Sockets) {}

  tell(available: boolean): void {
    this.available = available;
    this.sockets.emitAll('club:storage', { available });
  }

  /** Who comes in the middle of an outage hears of it too. */
  greet(socket: ClubSocket): void {
    if (!this.available) socket.emit('club:storage', { available: false });
  }
}
