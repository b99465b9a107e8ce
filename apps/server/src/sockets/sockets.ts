import type { ServerToClient } from '@trellis/wire';
import type { ClubServer, ClubSocket } from './club-socket.js';

/** So many are written to before everybody else has his turn: a millisecond or two of work. */
export const sliceSize = 250;

type Step = () => void;

/** The live connections of this process, by room. */
export class Sockets {
  private io: ClubServer | undefined;
  /** What full rooms have yet to be told, in order. */
  private readonly untold = new Map<string, Step[]>();

  /** Called once, when the server of sockets is there; before that nobody is connected. */
  open(io: ClubServer): void {
    this.io = io;
  }

  /** To every socket in one of `to`. A full room is told in slices, each room in the order of the calls. */
  emit<Event extends keyof ServerToClient>(
    to: string | string[],
    event: Event,
    ...args: Parameters<ServerToClient[Event]>
  ): void {
    if (typeof to === 'string') this.emitExcept(to, [], event, ...args);
    // To no room at all would be to everybody.
    else if (to.length > 0) this.io?.to(to).emit(event, ...args);
  }

  /** To every socket in `to` that is in none of `except`; in slices, as `emit`. */
  emitExcept<Event extends keyof ServerToClient>(
    to: string,
    except: string[],
    event: Event,
    ...args: Parameters<ServerToClient[Event]>
  ): void {
    this.inSlices(to, this.io?.sockets.adapter.rooms.get(to), (some) =>
      this.io
        ?.to(some)
        .except(except)
        .emit(event, ...args),
    );
  }

  /** To every socket there is; in slices, as `emit`. */
  emitAll<Event extends keyof ServerToClient>(
    event: Event,
    ...args: Parameters<ServerToClient[Event]>
  ): void {
    this.inSlices('', this.io?.sockets.sockets, (some) => this.io?.to(some).emit(event, ...args));
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

  /** A room of few is told at once, encoded once. To tell thousands in one go would keep moves waiting. */
  private inSlices(
    room: string,
    members: Pick<ReadonlySet<string>, 'size' | 'keys'> | undefined,
    tell: (some: string | string[]) => void,
  ): void {
    if (!members) return;
    const waiting = this.untold.get(room);
    if (members.size <= sliceSize && room !== '' && !waiting) return tell(room);
    const ids = [...members.keys()];
    const steps: Step[] = [];
    for (let from = 0; from < ids.length; from += sliceSize) {
      const some = ids.slice(from, from + sliceSize);
      // Also to who has left the room meanwhile: of a table that is gone it is the last word.
      steps.push(() => tell(some));
    }
    if (waiting) {
      waiting.push(...steps);
      return;
    }
    this.untold.set(room, steps);
    this.tellNext(room, steps);
  }

  private tellNext(room: string, steps: Step[]): void {
    steps.shift()?.();
    if (steps.length === 0) this.untold.delete(room);
    else setImmediate(() => this.tellNext(room, steps));
  }
}
