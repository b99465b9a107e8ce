import type { PaintRound } from '@trellis/facade';
import {
  commonRoom,
  gridDimension,
  paintRoom,
  randomSymbol,
  SharedWorlds,
  type Happening,
  type SharedWorldsParts,
  type WorldNews,
} from '@trellis/grid';
import type { GridServer, GridSocket } from '../sockets/club-socket.js';
import { Frames } from './frames.js';

/** How often changes are gathered into a frame (ms). */
const tickMs = 50;

/** How a connection wants to be told of the world: by an event for each step, or by frames. */
export type Manner = 'plain' | 'frames';

export interface GridParts extends Pick<
  SharedWorldsParts,
  'now' | 'random' | 'newId' | 'paintTimes'
> {
  readonly news: WorldNews;
  readonly finished: (round: PaintRound) => void;
}

const roomOf = (manner: Manner, room: string) => `${manner}/${room}`;

/** The grid as its connections see it. A walker's `userId` is the id of his connection. */
export class Grid {
  private readonly shared: SharedWorlds;
  private readonly frames: Frames;
  private readonly manners = new WeakMap<GridSocket, Manner>();
  private io: GridServer | undefined;
  /** Who is just coming: he hears `grid_status` before the others hear of him. */
  private entering: { readonly socket: GridSocket; readonly manner: Manner } | undefined;
  private ticking: NodeJS.Timeout | undefined;

  constructor(private readonly parts: GridParts) {
    const { news, now, random, newId, finished, paintTimes } = parts;
    this.frames = new Frames(
      (room) => this.count(room),
      (userId) =>
        this.shared.worlds.walker(userId) !== undefined || this.shared.paint.isPainter(userId),
    );
    this.shared = new SharedWorlds({
      ...{ news, now, random, newId, finished, paintTimes },
      happened: (happening) => this.show(happening),
      painted: (change) => this.frames.painted(change, this.shared.paint),
      repainted: () => this.frames.repainted(this.shared.paint),
    });
  }

  open(io: GridServer): void {
    this.io = io;
    // For as long as the process runs: other processes may have walkers while this one has none.
    this.ticking = setInterval(() => this.tick(), tickMs);
    this.ticking.unref();
  }

  arrive(socket: GridSocket, manner: Manner): void {
    const symbol = randomSymbol(this.parts.random);
    this.manners.set(socket, manner);
    if (manner === 'plain')
      socket.emit('message', { userId: socket.id, symbol, gridDimension: [...gridDimension] });
    this.enter(socket, manner, commonRoom, symbol);
  }

  /** A step of somebody who is in no world is ignored. */
  move(socket: GridSocket, direction: unknown): void {
    this.shared.move(socket.id, direction);
  }

  join(socket: GridSocket, room: string): void {
    this.change(socket, room);
    this.tellHeads(socket, room);
  }

  leave(socket: GridSocket, room: string): void {
    if (this.shared.worlds.roomOf(socket.id) === room) this.change(socket, commonRoom);
    this.tellHeads(socket, room);
  }

  left(socket: GridSocket): void {
    this.shared.leave(socket.id);
  }

  /** People of all worlds, whatever process they are connected to. */
  count(room = commonRoom): number {
    return this.shared.worlds.count(room);
  }

  async close(): Promise<void> {
    clearInterval(this.ticking);
    await this.shared.close();
  }

  private change(socket: GridSocket, room: string): void {
    const walker = this.shared.worlds.walker(socket.id);
    if (!walker || this.shared.worlds.roomOf(socket.id) === room) return;
    const manner = this.manners.get(socket) ?? 'plain';
    void socket.leave(roomOf(manner, this.shared.worlds.roomOf(socket.id) ?? commonRoom));
    this.enter(socket, manner, room, walker.symbol);
  }

  /** The newcomer is told of everybody, himself included; then all are told of him. */
  private enter(socket: GridSocket, manner: Manner, room: string, symbol: string): void {
    const { player } = socket.data;
    const { worlds, paint } = this.shared;
    const userId = socket.id;
    this.entering = { socket, manner };
    this.shared.enter(room, { userId, symbol, player });
    this.entering = undefined;
    void socket.join(roomOf(manner, room));
    if (manner === 'plain') return;
    const painting = room === paintRoom ? paint : undefined;
    socket.emit('grid:world', this.frames.world(userId, room, worlds.in(room), painting));
  }

  private show(happening: Happening): void {
    const { room } = happening;
    this.frames.happened(happening);
    if (happening.kind === 'came' && this.entering?.manner === 'plain') {
      const { socket } = this.entering;
      if (socket.id === happening.walker.userId) {
        const walkers = this.shared.worlds.in(room);
        const status = walkers.map(({ userId, pos, symbol }) => [
          userId,
          { pos: [...pos] as [number, number], symbol },
        ]);
        socket.emit('grid_status', Object.fromEntries(status));
        void socket.join(roomOf('plain', room));
      }
    }
    this.showPlainly(happening);
  }

  private showPlainly(happening: Happening): void {
    const hearers = roomOf('plain', happening.room);
    if (!this.io?.adapter.rooms.has(hearers)) return;
    const all = this.io.to(hearers);
    if (happening.kind === 'left') {
      all.emit('user_position', { userId: happening.userId, remove: true });
    } else {
      const userId = happening.kind === 'came' ? happening.walker.userId : happening.userId;
      const walker = this.shared.worlds.walker(userId);
      if (!walker) return;
      const { symbol, pos } = walker;
      all.emit('user_position', { userId, symbol, pos: [pos[0], pos[1]] });
    }
    if (happening.kind !== 'moved')
      all.emit('users_connected', this.shared.worlds.count(happening.room));
  }

  /** The head count of a room, to all in it and to who has just left it. */
  private tellHeads(socket: GridSocket, room: string): void {
    const heads = this.shared.worlds.count(room);
    this.io?.to([roomOf('plain', room), socket.id]).emit('l_users', heads);
  }

  private tick(): void {
    this.shared.tick();
    this.flush();
  }

  private flush(): void {
    for (const [room, frame] of this.frames.take()) {
      const hearers = roomOf('frames', room);
      if (this.io?.adapter.rooms.has(hearers)) this.io.to(hearers).emit('grid:frame', frame);
    }
  }
}
