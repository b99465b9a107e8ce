/** `perSecond` on the average, `burst` at once. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * One token bucket for each key. Synchronous and without a timer for each key, because it stands
 * before every request, moves included.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();
  private sweepAbove = 1000;

  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {}

  /** Takes a token and returns 0, or the wait (ms) until there is one. */
  take(key: string): number {
    const now = this.now();
    const bucket = this.buckets.get(key) ?? this.fresh(key, now);
    bucket.tokens = this.tokensOf(bucket, now);
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.ceil(((1 - bucket.tokens) / this.rate.perSecond) * 1000);
  }

  get size(): number {
    return this.buckets.size;
  }

  private tokensOf({ tokens, at }: { tokens: number; at: number }, now: number): number {
    const gained = (Math.max(0, now - at) / 1000) * this.rate.perSecond;
    return Math.min(this.rate.burst, tokens + gained);
  }

  private fresh(key: string, now: number) {
    if (this.buckets.size >= this.sweepAbove) this.sweep(now);
    const bucket = { tokens: this.rate.burst, at: now };
    this.buckets.set(key, bucket);
    return bucket;
  }

  /** A full bucket is as good as none. */
  private sweep(now: number): void {
    for (const [key, bucket] of this.buckets) {
      if (this.tokensOf(bucket, now) >= this.rate.burst) this.buckets.delete(key);
    }
    this.sweepAbove = Math.max(1000, this.buckets.size * 2);
  }
}
