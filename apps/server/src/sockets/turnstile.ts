/** Whoever would wait longer is refused: this many pass in about eight seconds. */
export const longestQueue = 2000;
/** Where somebody waits, one passes every so often (ms). */
export const between = 4;
/** So many pass at once after a quiet time: on an ordinary day nobody waits. */
export const atOnce = 20;

export interface Waiting {
  /** His turn comes after that of other households, however many of his own wait. */
  readonly household: string;
  /** Who has gone meanwhile takes nobody's turn. */
  readonly isGone: () => boolean;
}

interface Turn extends Waiting {
  readonly pass: (admitted: boolean) => void;
}

/**
 * Lets those in who connect, one after another: letting in a thousand in one go would hold up the moves of those who sit at
 * the tables. Households take turns.
 */
export class Turnstile {
  private readonly queues = new Map<string, Turn[]>();
  private waiting = 0;
  private free = atOnce;
  private counted: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.counted = now();
  }

  /** Resolves when it is his turn; with false when there are too many before him, or he has gone. */
  enter(who: Waiting): Promise<boolean> {
    if (this.waiting === 0 && this.takeFree()) return Promise.resolve(true);
    if (this.waiting >= longestQueue) return Promise.resolve(false);
    return new Promise((pass) => {
      const queue = this.queues.get(who.household);
      const turn = { ...who, pass };
      if (queue) queue.push(turn);
      else this.queues.set(who.household, [turn]);
      this.waiting++;
      this.timer ??= setTimeout(this.tick, between);
    });
  }

  /** How many of a household wait. */
  waitingOf(household: string): number {
    return this.queues.get(household)?.length ?? 0;
  }

  /** Refuses all who wait. */
  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const queue of this.queues.values()) for (const { pass } of queue) pass(false);
    this.queues.clear();
    this.waiting = 0;
  }

  /** One at a time, also when it comes late: it is late because there is much to do. */
  private readonly tick = (): void => {
    this.next()?.pass(true);
    this.free = 0;
    this.counted = this.now();
    this.timer = this.waiting > 0 ? setTimeout(this.tick, between) : undefined;
  };

  private takeFree(): boolean {
    const now = this.now();
    this.free = Math.min(atOnce, this.free + (now - this.counted) / between);
    this.counted = now;
    if (this.free < 1) return false;
    this.free -= 1;
    return true;
  }

  /** The first of the household whose turn it is; that household then stands behind all others. */
  private next(): Turn | undefined {
    for (const [household, queue] of this.queues) {
      const turn = queue.shift()!;
      this.queues.delete(household);
      if (queue.length > 0) this.queues.set(household, queue);
      this.waiting--;
      if (!turn.isGone()) return turn;
      turn.pass(false);
    }
    return undefined;
  }
}
