import { randomCell, step, type Position, type Walker } from './walker.js';

/** The world that everybody enters first. */
export const commonRoom = '';
/** The world that is painted. */
export const paintRoom = 'paint';

/** What changes a world. The same happenings in the same order make the same world in every process. */
export type Happening =
  | { readonly kind: 'came'; readonly room: string; readonly walker: Walker }
  | {
      readonly kind: 'moved';
      readonly room: string;
      readonly userId: string;
      readonly pos: Position;
    }
  | { readonly kind: 'left'; readonly room: string; readonly userId: string };

/** All rooms with everybody in them. A room is there as long as somebody is. */
export class Worlds {
  private readonly rooms = new Map<string, Map<string, Walker>>();
  private readonly roomsOf = new Map<string, string>();

  constructor(
    /** Hears each happening right after it has become true. */
    private readonly happened: (happening: Happening) => void,
    private readonly random: () => number,
  ) {}

  /** Puts somebody into a room, at a random cell, and takes him out of the one he was in. */
  enter(room: string, { userId, symbol, player }: Omit<Walker, 'pos'>): void {
    this.leave(userId);
    const walker: Walker = { userId, symbol, pos: randomCell(this.random), player };
    this.apply({ kind: 'came', room, walker });
  }

  /** False when nobody of this id is in any world. A step that leads nowhere has happened all the same. */
  move(userId: string, direction: unknown): boolean {
    const room = this.roomsOf.get(userId);
    const walker = this.walker(userId);
    if (room === undefined || !walker) return false;
    this.apply({ kind: 'moved', room, userId, pos: step(walker.pos, direction) });
    return true;
  }

  leave(userId: string): void {
    const room = this.roomsOf.get(userId);
    if (room !== undefined) this.apply({ kind: 'left', room, userId });
  }

  /** Makes it true, whoever saw it first. What does not fit (a step of somebody who is elsewhere) is left out. */
  apply(happening: Happening): void {
    const { kind, room } = happening;
    if (kind === 'came') {
      const { userId } = happening.walker;
      this.leave(userId);
      this.rooms.set(room, (this.rooms.get(room) ?? new Map()).set(userId, happening.walker));
      this.roomsOf.set(userId, room);
    } else {
      const walker = this.rooms.get(room)?.get(happening.userId);
      if (!walker) return;
      if (kind === 'moved')
        this.rooms.get(room)?.set(walker.userId, { ...walker, pos: happening.pos });
      else this.remove(room, happening.userId);
    }
    this.happened(happening);
  }

  walker(userId: string): Walker | undefined {
    const room = this.roomsOf.get(userId);
    return room === undefined ? undefined : this.rooms.get(room)?.get(userId);
  }

  roomOf(userId: string): string | undefined {
    return this.roomsOf.get(userId);
  }

  in(room: string): Walker[] {
    return [...(this.rooms.get(room)?.values() ?? [])];
  }

  count(room: string): number {
    return this.rooms.get(room)?.size ?? 0;
  }

  private remove(room: string, userId: string): void {
    const walkers = this.rooms.get(room);
    walkers?.delete(userId);
    if (walkers?.size === 0) this.rooms.delete(room);
    this.roomsOf.delete(userId);
  }
}
