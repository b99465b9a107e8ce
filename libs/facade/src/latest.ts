/**
 * The newest value of each key, by the time at which it was true: late and repeated ones change
 * nothing. Keeps at most `most` keys and forgets those that were set longest ago.
 */
export class Latest<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly at: number }>();

  constructor(
    private readonly most: number,
    /** What is never forgotten. */
    private readonly keep: (value: Value) => boolean = () => false,
  ) {}

  /** False when something as new was known already. */
  set(key: string, value: Value, at: number): boolean {
    const before = this.entries.get(key);
    if (before && before.at >= at) return false;
    this.entries.delete(key);
    this.entries.set(key, { value, at });
    if (this.entries.size > this.most) this.forgetOne();
    return true;
  }

  /** A new form of what is known, of the same time. */
  replace(key: string, value: Value): void {
    const before = this.entries.get(key);
    if (!before) return;
    this.entries.delete(key);
    this.entries.set(key, { value, at: before.at });
  }

  get(key: string): Value | undefined {
    return this.entries.get(key)?.value;
  }

  at(key: string): number | undefined {
    return this.entries.get(key)?.at;
  }

  *[Symbol.iterator](): IterableIterator<{ key: string; value: Value; at: number }> {
    for (const [key, entry] of this.entries) yield { key, ...entry };
  }

  private forgetOne(): void {
    for (const [key, { value }] of this.entries) {
      if (this.keep(value)) continue;
      this.entries.delete(key);
      return;
    }
  }
}
