/** What was opened one after the other is closed in the reverse order: what came later needs what was there before. */
export class Opened {
  private readonly closers: (() => unknown)[] = [];

  push(close: () => unknown): void {
    this.closers.push(close);
  }

  /** Closes all of it, also what follows something that cannot be closed; then rejects with the first reason. */
  async close(): Promise<void> {
    const failed: unknown[] = [];
    for (const close of this.closers.splice(0).reverse())
      try {
        await close();
      } catch (error) {
        failed.push(error);
      }
    if (failed.length > 0) throw failed[0];
  }

  /** Like `Promise.all`, but waits for all before it rejects: what still starts could not be closed. */
  static async all<T>(starting: readonly Promise<T>[]): Promise<T[]> {
    const settled = await Promise.allSettled(starting);
    const failed = settled.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  }
}
