/**
 * At most `most` in any span of `ms`, for each of many. Exact where a bucket would let twice as many through at first; it remembers
 * the last `most` moments of each.
 */
export class Pace<Who extends object> {
  private readonly taken = new WeakMap<Who, number[]>();

  constructor(
    private readonly most: number,
    private readonly ms: number,
    private readonly now: () => number,
  ) {}

  /** Takes one. 0 when that was in time, else how long until there is one (ms). */
  take(who: Who): number {
    const now = this.now();
    const moments = this.taken.get(who) ?? [];
    if (moments.length === 0) this.taken.set(who, moments);
    const oldest = moments.length < this.most ? undefined : moments[0];
    // A clock that was set back forgets.
    if (oldest !== undefined && now >= oldest && now - oldest < this.ms)
      return Math.max(1, this.ms - (now - oldest));
    if (oldest !== undefined) moments.shift();
    moments.push(now);
    return 0;
  }
}
