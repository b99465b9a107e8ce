/** So many at once, and as many again spread over so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

interface Bucket {
  tokens: number;
  at: number;
  readonly limit: Limit;
}

/** Counts in memory, without waiting: a bucket per key that fills steadily. Full ones are forgotten. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();
  private swept: number;

  constructor(private readonly now: () => number = Date.now) {
    this.swept = now();
  }

  /** Takes one. 0 when there was one, else how long until there is (ms). */
  take(key: string, limit: Limit): number {
    const now = this.now();
    if (now - this.swept > 60_000) this.sweep(now);
    const bucket = this.buckets.get(key);
    if (!bucket) {
      this.buckets.set(key, { tokens: limit.points - 1, at: now, limit });
      return 0;
    }
    bucket.tokens = filled(bucket, now);
    bucket.at = now;
    if (bucket.tokens < 1)
      return Math.max(1, ((1 - bucket.tokens) * limit.seconds * 1000) / limit.points);
    bucket.tokens -= 1;
    return 0;
  }

  get size(): number {
    return this.buckets.size;
  }

  private sweep(now: number): void {
    this.swept = now;
    for (const [key, bucket] of this.buckets)
      if (filled(bucket, now) >= bucket.limit.points) this.buckets.delete(key);
  }
}

function filled({ tokens, at, limit }: Bucket, now: number): number {
  // A clock that was set back takes nothing away.
  const gained = (Math.max(0, now - at) * limit.points) / (limit.seconds * 1000);
  return Math.min(limit.points, tokens + gained);
}
