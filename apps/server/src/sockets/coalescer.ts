/**
 * Gathers what happens to each key and reports it together: soon after the first time, then at most
 * once in `interval` ms, whatever the traffic.
 */
export class Coalescer<Key> {
  private readonly waiting = new Map<Key, NodeJS.Timeout>();
  private readonly reported = new Map<Key, number>();

  constructor(
    private readonly interval: number,
    private readonly report: (key: Key) => void,
    /** How long the first one waits for others (ms). */
    private readonly soon: number = Math.min(50, interval),
  ) {}

  touch(key: Key): void {
    if (this.waiting.has(key)) return;
    const now = Date.now();
    for (const [each, at] of this.reported) {
      // In the order of reporting: the first one that is young enough ends the sweep.
      if (now - at < this.interval && now >= at) break;
      this.reported.delete(each);
    }
    const last = this.reported.get(key);
    const wait = last === undefined ? this.soon : Math.max(this.soon, last + this.interval - now);
    const timer = setTimeout(() => this.flush(key), Math.min(wait, this.interval));
    timer.unref();
    this.waiting.set(key, timer);
  }

  /** What was gathered for this key has just been said in another way. */
  drop(key: Key): void {
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
  }

  close(): void {
    for (const key of [...this.waiting.keys()]) this.drop(key);
  }

  private flush(key: Key): void {
    this.waiting.delete(key);
    this.reported.delete(key);
    this.reported.set(key, Date.now());
    this.report(key);
  }
}
