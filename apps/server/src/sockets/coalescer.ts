interface Reported {
  readonly at: number;
  /** Not again for so long (ms). */
  readonly interval: number;
}

/**
 * Gathers what happens to each key and reports it together: soon after the first time, then at most
 * once in `interval` ms, whatever the traffic. The interval may depend on what a key costs at the time of its report.
 */
export class Coalescer<Key> {
  private readonly waiting = new Map<Key, NodeJS.Timeout>();
  private readonly reported = new Map<Key, Reported>();
  private readonly intervalOf: (key: Key) => number;

  constructor(
    interval: number | ((key: Key) => number),
    private readonly report: (key: Key) => void,
    /** How long the first one waits for others (ms); less where the interval is shorter. */
    private readonly soon: number = 50,
  ) {
    this.intervalOf = typeof interval === 'number' ? () => interval : interval;
  }

  touch(key: Key): void {
    if (this.waiting.has(key)) return;
    const now = Date.now();
    for (const [each, reported] of this.reported) {
      // In the order of reporting: the first one that is young enough ends the sweep.
      if (left(reported, now) > 0) break;
      this.reported.delete(each);
    }
    const last = this.reported.get(key);
    const interval = last?.interval ?? this.intervalOf(key);
    const soon = Math.min(this.soon, interval);
    const wait = last ? Math.max(soon, left(last, now)) : soon;
    const timer = setTimeout(() => this.flush(key), wait);
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
    this.reported.set(key, { at: Date.now(), interval: this.intervalOf(key) });
    this.report(key);
  }
}

/** How long it must not be reported again (ms); not at all when the clock was set back. */
function left({ at, interval }: Reported, now: number): number {
  return now < at ? 0 : at + interval - now;
}
