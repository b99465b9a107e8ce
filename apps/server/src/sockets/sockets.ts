import type { ServerToClient } from '@trellis/wire';
import type { ClubServer, ClubSocket } from './club-socket.js';

/** The live connections of this process, by room. */
export class Sockets {
  private io: ClubServer | undefined;

  /** Called once, when the server of sockets is there; before that nobody is connected. */
  open(io: ClubServer): void {
    this.io = io;
  }

  /** To every socket in one of `to` that is in none of `except`: encoded once. */
  emit<Event extends keyof ServerToClient>(
    to: string | string[],
    event: Event,
    ...args: Parameters<ServerToClient[Event]>
  ): void {
    this.io?.to(to).emit(event, ...args);
  }

  emitExcept<Event extends keyof ServerToClient>(
    to: string,
    except: string[],
    event: Event,
    ...args: Parameters<ServerToClient[Event]>
  ): void {
    this.io
      ?.to(to)
      .except(except)
      .emit(event, ...args);
  }

  emitAll<Event extends keyof ServerToClient>(
    event: Event,
    ...args: Parameters<ServerToClient[Event]>
  ): void {
    this.io?.emit(event, ...args);
  }

  size(room: string): number {
    return this.io?.sockets.adapter.rooms.get(room)?.size ?? 0;
  }

  in(room: string): ClubSocket[] {
    const ids = this.io?.sockets.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => this.io?.sockets.sockets.get(id) ?? []);
  }

  all(): ClubSocket[] {
    return [...(this.io?.sockets.sockets.values() ?? [])];
  }

  count(): number {
    return this.io?.sockets.sockets.size ?? 0;
  }

  empty(room: string): void {
    this.io?.socketsLeave(room);
  }
}
