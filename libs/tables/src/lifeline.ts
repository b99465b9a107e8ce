import type { Clock, Journal, NodeId } from './ports.js';

/** How often a process says that it is alive (ms). */
const beatEvery = 1000;
/** A longer silence than this is an outage: the process was dead or stopped, or the journal away (ms). */
export const longestSilence = 4000;

/** After a failure nobody asks the journal again sooner than this (ms): it has enough to do. */
const restAfterFailure = 250;

/**
 * Knows whether this process has been alive without a break. Beats go to the journal, so that an outage is
 * known after a crash too, to whoever goes on. `onOutage` gets its length in ms, after the journal is there again.
 */
export class Lifeline {
  private last: number;
  private cancel: (() => void) | undefined;
  private beating: Promise<void> | undefined;
  private stopped = false;
  private available = true;
  /** A write has failed: beats may still succeed (a full disk has room for them), so they prove nothing. */
  private doubted = false;
  private failedAt = -Infinity;

  constructor(
    private readonly node: NodeId,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly onOutage: (ms: number) => Promise<void>,
    private readonly onAvailable: (available: boolean) => void,
  ) {
    this.last = clock.now();
  }

  /** Begins to beat. Returns when the club was last alive before it (ms), null for a new club. */
  async start(): Promise<number | null> {
    const before = await this.journal.lastBeat();
    const now = this.clock.now();
    await this.journal.beat(this.node, now);
    this.last = now;
    this.schedule();
    return before;
  }

  stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  /** True from the moment the club has been silent too long until the clocks have been credited. */
  interrupted(): boolean {
    return !this.available || this.doubted || this.clock.now() - this.last > longestSilence;
  }

  /** Resolves when an outage that is over has been credited. Rejects while the journal is away. */
  async recover(): Promise<void> {
    if (!this.interrupted()) return;
    if (this.clock.now() - this.failedAt < restAfterFailure) throw new Error('It is still away.');
    await this.beat();
  }

  /** A table could not be written. Time stands still until every running clock has been credited, which is a write. */
  doubt(): void {
    if (this.doubted || this.stopped) return;
    this.doubted = true;
    this.beat().catch(() => undefined);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.cancel?.();
    this.cancel = this.clock.at(this.clock.now() + beatEvery, () => {
      this.beat()
        .catch(() => undefined)
        .finally(() => this.schedule());
    });
  }

  private beat(): Promise<void> {
    this.beating ??= this.beatOnce().finally(() => (this.beating = undefined));
    return this.beating;
  }

  private async beatOnce(): Promise<void> {
    try {
      await this.journal.beat(this.node, this.clock.now());
      const silence = this.clock.now() - this.last;
      if (this.interrupted()) await this.onOutage(silence);
    } catch (error) {
      this.failedAt = this.clock.now();
      this.tell(false);
      throw error;
    }
    this.last = this.clock.now();
    this.doubted = false;
    this.tell(true);
  }

  private tell(available: boolean): void {
    if (this.available === available) return;
    this.available = available;
    this.onAvailable(available);
  }
}
