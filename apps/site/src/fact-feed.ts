import type { ClubMemory } from '@trellis/facade';
import type { ToSite } from './site-channel.js';

/** Brings what the server tells into memory, and lets a page wait for the last of it. */
export class FactFeed {
  private reached = -1;
  private waiting: { number: number; wake: () => void }[] = [];

  constructor(private readonly memory: Pick<ClubMemory, 'load' | 'apply'>) {}

  take(message: ToSite): void {
    if (message.kind === 'snapshot') this.memory.load(message.snapshot);
    else for (const fact of message.facts) this.memory.apply(fact);
    this.reached = message.number;
    const woken = this.waiting.filter(({ number }) => number <= this.reached);
    this.waiting = this.waiting.filter(({ number }) => number > this.reached);
    for (const { wake } of woken) wake();
  }

  /** Rejects when the fact with this number has not come within `longestMs`. */
  reaches(number: number, longestMs: number): Promise<void> {
    if (number <= this.reached) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((each) => each !== waiter);
        reject(new Error(`Fact ${number} has not come; the last one was ${this.reached}.`));
      }, longestMs);
      const waiter = {
        number,
        wake: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.waiting.push(waiter);
    });
  }
}
