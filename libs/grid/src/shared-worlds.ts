import { PaintGame, type PaintChange, type PaintParts, type PaintState } from './paint-game.js';
import type { Walker } from './walker.js';
import type { News, Placed, WorldNews } from './world-news.js';
import { paintRoom, Worlds, type Happening } from './worlds.js';

/** How often a process says all it holds, and after what silence it is taken for gone (ms). */
export const sharingTimes = { wholeEvery: 2000, goneAfter: 7000 };

export interface SharedWorldsParts {
  readonly news: WorldNews;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  /** Shows what happened to this process's people. */
  readonly happened: (happening: Happening) => void;
  readonly painted: (change: PaintChange) => void;
  /** The painted world was learned anew from another process. */
  readonly repainted: () => void;
  readonly finished: PaintParts['finished'];
  readonly paintTimes?: PaintParts['times'];
}

/**
 * One set of worlds held by every process of the club. Each process owns the walkers that are connected to it and tells the
 * others what they do; what two processes know differs for as long as news travel. Of the processes that are alive the one
 * whose name comes first referees the painting.
 */
export class SharedWorlds {
  readonly worlds: Worlds;
  readonly paint: PaintGame;
  private readonly own = new Set<string>();
  /** The walkers of each other process, and when it was last heard. */
  private readonly others = new Map<string, { users: Set<string>; heard: number }>();
  private happenedHere: Happening[] = [];
  private paintedHere: PaintChange[] = [];
  private told = -Infinity;
  private learning = false;

  constructor(private readonly parts: SharedWorldsParts) {
    const { random, now, newId, finished, news } = parts;
    this.worlds = new Worlds((happening) => this.happened(happening), random);
    this.paint = new PaintGame({
      ...{ now, newId, finished, times: parts.paintTimes },
      walkers: () => this.worlds.in(paintRoom),
      changed: (change) => this.painted(change),
    });
    news.subscribe((from, each) => this.hear(from, each));
    news.publish({ kind: 'hello' });
  }

  /** Puts one of this process's people into a room. */
  enter(room: string, walker: Omit<Walker, 'pos'>): void {
    this.own.add(walker.userId);
    this.worlds.enter(room, walker);
  }

  move(userId: string, direction: unknown): boolean {
    return this.worlds.move(userId, direction);
  }

  leave(userId: string): void {
    this.worlds.leave(userId);
    this.own.delete(userId);
  }

  /** To be called every few hundredths of a second: tells the others, judges, and forgets who has gone silent. */
  tick(): void {
    const now = this.parts.now();
    for (const [from, { heard }] of this.others)
      if (now - heard > sharingTimes.goneAfter) this.forget(from);
    if (this.isReferee()) this.paint.referee();
    if (this.happenedHere.length + this.paintedHere.length > 0) {
      const [happened, painted] = [this.happenedHere, this.paintedHere];
      [this.happenedHere, this.paintedHere] = [[], []];
      this.parts.news.publish({ kind: 'happened', happened, painted });
    }
    if (now - this.told >= sharingTimes.wholeEvery) this.tellAll();
  }

  /** Whether there is nobody to tell anything, here or elsewhere. */
  isEmpty(): boolean {
    return this.own.size === 0 && this.others.size === 0 && this.paint.state().phase === 'waiting';
  }

  async close(): Promise<void> {
    this.parts.news.publish({ kind: 'gone' });
    await this.parts.news.close();
  }

  private isReferee(): boolean {
    return [...this.others.keys()].every((other) => this.parts.news.self < other);
  }

  private happened(happening: Happening): void {
    if (!this.learning) this.happenedHere.push(happening);
    this.parts.happened(happening);
    if (happening.room !== paintRoom || happening.kind === 'left' || !this.isReferee()) return;
    const walker =
      happening.kind === 'came' ? happening.walker : this.worlds.walker(happening.userId);
    if (walker) this.asReferee(() => this.paint.stepped(walker));
  }

  private painted(change: PaintChange): void {
    if (!this.learning) this.paintedHere.push(change);
    this.parts.painted(change);
  }

  /** What the referee decides is news, also when news led to it. */
  private asReferee(decide: () => void): void {
    const before = this.learning;
    this.learning = false;
    decide();
    this.learning = before;
  }

  private hear(from: string, news: News): void {
    if (news.kind === 'gone') return this.forget(from);
    const known = this.others.get(from) ?? { users: new Set<string>(), heard: 0 };
    const isNew = !this.others.has(from);
    known.heard = this.parts.now();
    this.others.set(from, known);
    this.learning = true;
    if (news.kind === 'happened') {
      for (const happening of news.happened) this.applyOf(known.users, happening);
      for (const change of news.painted) this.paint.apply(change);
    }
    if (news.kind === 'whole') this.learnWhole(known.users, news.walkers, news.paint);
    this.learning = false;
    if (news.kind === 'hello' || isNew) this.tellAll();
  }

  private applyOf(users: Set<string>, happening: Happening): void {
    const userId = happening.kind === 'came' ? happening.walker.userId : happening.userId;
    if (this.own.has(userId)) return;
    this.worlds.apply(happening);
    // Somebody may leave a room for another, which comes next.
    if (happening.kind === 'came') users.add(userId);
    if (happening.kind === 'left') users.delete(userId);
  }

  private learnWhole(users: Set<string>, placed: readonly Placed[], paint?: PaintState): void {
    const there = new Set(placed.map(([, { userId }]) => userId));
    for (const userId of [...users]) {
      if (there.has(userId)) continue;
      users.delete(userId);
      this.worlds.leave(userId);
    }
    for (const [room, walker] of placed) {
      const { userId, pos } = walker;
      const known = this.worlds.walker(userId);
      if (!known || this.worlds.roomOf(userId) !== room)
        this.applyOf(users, { kind: 'came', room, walker });
      else if (known.pos[0] !== pos[0] || known.pos[1] !== pos[1])
        this.applyOf(users, { kind: 'moved', room, userId, pos });
    }
    if (paint && !this.isReferee() && this.paint.learn(paint)) this.parts.repainted();
  }

  private tellAll(): void {
    this.told = this.parts.now();
    const walkers = [...this.own].flatMap((userId): Placed[] => {
      const walker = this.worlds.walker(userId);
      return walker ? [[this.worlds.roomOf(userId)!, walker]] : [];
    });
    const paint = this.isReferee() ? this.paint.state() : undefined;
    this.parts.news.publish({ kind: 'whole', walkers, paint });
  }

  private forget(from: string): void {
    const users = this.others.get(from)?.users ?? [];
    this.others.delete(from);
    this.learning = true;
    for (const userId of [...users]) this.worlds.leave(userId);
    this.learning = false;
  }
}
